import { transferHandlers } from "comlink";
import { expect, test } from "vitest";
import "../../web/src/api/pool/errors";

/** As a worker would send it, and a page get it. */
function received(error: Error): Error {
  const { serialize, deserialize } = transferHandlers.get("error")!;
  const [copy] = serialize(error);
  return deserialize(structuredClone(copy)) as Error;
}

test("an error comes out of a worker with the field that it has", () => {
  const error = received(Object.assign(new RangeError("seed must be 1"), { field: "seed" }));
  expect(error).toBeInstanceOf(RangeError);
  expect(error).toMatchObject({ message: "seed must be 1", field: "seed" });
});

test("an error without a field gets none", () => {
  const error = received(new Error("the digits did not come"));
  expect(error.message).toBe("the digits did not come");
  expect("field" in error).toBe(false);
});
