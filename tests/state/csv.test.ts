import { expect, test } from "vitest";
import { csv } from "../../web/src/ui/sharing/csv";

test("numbers keep all their digits, and text cannot break out of its cell or run", () => {
  const table = {
    name: "t",
    columns: ["a", 'say "b"'],
    rows: [
      [0.1 + 0.2, -0],
      [1e-300, "x,y"],
      ["=1+1", "two\nlines"],
      [18446744073709551615n, -1n],
    ],
  };
  expect(csv(table)).toBe(
    'a,"say ""b"""\r\n0.30000000000000004,-0\r\n1e-300,"x,y"\r\n\'=1+1,"two\nlines"\r\n18446744073709551615,-1\r\n',
  );
});
