// Options that loading does not have are refused with a message that names them.
import { load } from "../../web/src/api/dropout";
import { any, expectRejected } from "./refusals";

expectRejected([
  ["null to load", () => load(any(null)), TypeError, "options must be an object, got null"],
  [
    "a misspelt option of load",
    () => load(any({ worker: 2 })),
    TypeError,
    'options: there is no option "worker"',
  ],
  [
    "too many workers",
    () => load({ workers: 65 }),
    RangeError,
    "workers must be a whole number from 0 to 64, got 65",
  ],
  [
    "half a worker",
    () => load({ workers: 0.5 }),
    RangeError,
    "workers must be a whole number from 0 to 64, got 0.5",
  ],
  [
    "workers that are no number",
    () => load({ workers: any("2") }),
    TypeError,
    'workers must be a number, got "2"',
  ],
]);
