import type { Network } from "../../api/core/types";

/** A network of a figure, as a file. */
export interface NetworkFile {
  /** What it is called. */
  label: string;
  /** For the file's name: lower case, without spaces. */
  name: string;
  network: Network;
}
