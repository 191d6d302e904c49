import type { Network } from "../../api/core/types";
import type { Dropout } from "../../api/dropout";
import { text } from "../../text";

/** A network of the reader's own, what goes into it, and which of its outputs is looked at. */
export interface OwnNetwork {
  network: Network;
  input: number[];
  output: number;
}

const mostCharacters = 1_000_000;

/** Whether it could be one: what is in it is for the core to judge. */
export function couldBeOwn(value: unknown): boolean {
  if (value === null) return true;
  const { network, input, output } = value as Partial<OwnNetwork>;
  return (
    typeof network === "object" &&
    Array.isArray(network?.layers) &&
    Array.isArray(input) &&
    Number.isInteger(output)
  );
}

/** The text of a file with a network document. Rejects with what is wrong with the file. */
export async function textOf(file: File): Promise<string> {
  const words = text.averages.own;
  // No character has more than 4 bytes: the text of a larger file is too long for certain.
  if (file.size > 4 * mostCharacters) throw new RangeError(words.tooLong);
  return file.text().catch((error: unknown) => {
    throw new Error(words.unreadable, { cause: error });
  });
}

/** Reads a network document. Throws what is wrong with it. */
export function ownNetwork(dropout: Dropout, document: string): OwnNetwork {
  const words = text.averages.own;
  if (document.length > mostCharacters) throw new RangeError(words.tooLong);
  let network: Network;
  try {
    network = JSON.parse(document) as Network;
  } catch (error) {
    throw new SyntaxError(words.noJson(error instanceof Error ? error.message : ""), {
      cause: error,
    });
  }
  dropout.verdicts(network); // refuses what is no network
  const inputs = network.layers[0]!.weight[0]!.length;
  return { network, input: Array.from({ length: inputs }, () => 1), output: 0 };
}
