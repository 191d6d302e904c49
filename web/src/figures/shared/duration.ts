import { significant } from "../../text/format";
import { text } from "../../text";

/** A time as one would say it. */
export function duration(seconds: number): string {
  const words = text.controls.duration;
  if (seconds < 0.001) return words.instant;
  if (seconds < 1) return words.milliseconds(significant(seconds * 1000, seconds < 0.01 ? 1 : 2));
  return seconds < 100
    ? words.seconds(significant(seconds, 2))
    : words.minutes(Math.round(seconds / 60));
}
