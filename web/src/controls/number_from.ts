/**
 * What was typed, as the number it stands for. Text that is no number stays text: the core then
 * refuses it with a message that quotes it.
 */
export function numberFrom(text: string): number {
  const trimmed = text.trim().replace("\u2212", "-");
  const value = Number(trimmed);
  return trimmed === "" || Number.isNaN(value) ? (text as unknown as number) : value;
}
