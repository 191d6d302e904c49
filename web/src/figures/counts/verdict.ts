export type Verdict = "good" | "wide" | "narrow" | "shifted";

/** How a drawn bracket compares with the true one. Within `near` units, an end is well judged. */
export function verdictOf(guess: readonly number[], truth: readonly number[], near = 4): Verdict {
  const [low, high] = guess.map((end, i) => end - truth[i]!) as [number, number];
  if (Math.abs(low) <= near && Math.abs(high) <= near) return "good";
  if (low <= near && high >= -near) return "wide";
  if (low >= -near && high <= near) return "narrow";
  return "shifted";
}
