import { grouped, percent } from "../../text/format";
import { text } from "../../text";
import { updatesPerEpoch, type Point, type Trained } from "../networks/trained";
import { measured } from "./measured";

/** How both networks do at a point of their training. HTML. */
export function sentenceOf(trained: Trained, point: Point): string {
  const words = text.training.say;
  const { task } = trained;
  const { states, updates } = point;
  const epochs = updates / updatesPerEpoch(trained);
  const when =
    updates === 0
      ? words.untrained
      : Number.isInteger(epochs)
        ? words.epochs(epochs, grouped(epochs))
        : words.updates(updates, grouped(updates));
  const of = (data: "training" | "test") =>
    (["without", "with"] as const).map((arm) =>
      task.classes === undefined
        ? measured(states[arm][data].loss, "loss")
        : percent(states[arm][data].error!, data === "test" ? 1 : 0),
    ) as [string, string];
  return task.classes === undefined
    ? words.losses(when, of("test"))
    : words.errors(when, task.settings.data === "digits", of("training"), of("test"));
}
