import { text } from "../../text";

/**
 * What screen readers hear of running training: that it runs, and each quarter of it. Its end is
 * for the figure to say, in its results. Not more: every change of a status is read out.
 */
export function trainingStatus(fraction = 0): string {
  const percent = 25 * Math.floor(4 * fraction);
  return percent > 0 ? text.page.trainingAt(percent) : text.page.training;
}
