const pDrop = "<i>p</i><sub>drop</sub>";
const list = (places: string[]) =>
  places.length > 1 ? `${places.slice(0, -1).join(", ")} and ${places.at(-1)}` : places[0]!;

export const sweep = {
  section: {
    intro: [
      `At ${pDrop} 0 nothing is dropped, and a network may learn the noise in its data. Near 1 hardly a unit is left to learn with. Where in between is best? We trained networks on 1,000 handwritten digits with three labels in ten wrong, and counted their errors on 797 new digits. <strong>Draw the curve you expect</strong> before you see ours.`,
    ],
    derivation: {
      summary: "What the paper did, and what is different here",
      paragraphs: [
        "Figure 9a of the paper keeps the number of hidden units and changes the probability of keeping them, <i>p</i>, so its axis runs the other way. The test error is flat for <i>p</i> from 0.4 to 0.8. It grows below that, because too few units are on and the network underfits, and again near 1, where there is hardly any dropout. Figure 9b adds units as <i>p</i> falls, so that equally many are kept on average.",
        "The paper trains three hidden layers of 2,048 units on 60,000 images of 28 × 28 pixels. Here it is two layers of 128 units and 1,000 images of 8 × 8. Compare the shapes, not the numbers.",
      ],
    },
    sources: [
      '<a href="https://jmlr.org/papers/v15/srivastava14a.html">Srivastava et al., 2014</a>, section 7.3 and figure 9',
    ],
  },
  /** Hidden until the answer can be seen. */
  after: (
    inputs: { inputPDrop: number; error: string }[],
    widths: { width: number; pDrop: number }[],
    dead: { ours: string; largeSteps: string; units: string },
  ) => [
    `From 0.5 to 0.8 the error changes little, so you needn’t tune ${pDrop} finely: 0.5 is a good start for hidden units. <strong>Inputs</strong> want less. A dropped pixel is gone for all units at once. With 0.5 on the hidden units and ${list(inputs.map(({ inputPDrop }) => String(inputPDrop)))} on the inputs, we measured ${list(inputs.map(({ error }) => error))}. The paper uses 0.2.`,
    `<strong>More units</strong> take more dropout. With ${list(widths.map(({ width }) => String(width)))} units in each hidden layer, the lowest error was at ${list(widths.map(({ pDrop }) => String(pDrop)))}.`,
    `At 0.9, units also <em>die</em>. One step moves a ReLU so far that its input is negative for every sample. Then its output and its gradient are 0, and it never comes back. In our networks, ${dead.ours} of ${dead.units} hidden units ended like this; with learning rate 0.05 instead of 0.01, ${dead.largeSteps}.`,
    "<strong>Notice</strong> how the dots scatter: these networks differ only in their seed. A smaller difference may be chance.",
  ],
  title: "The error for every p_drop",
  guess: {
    group: "Your guess",
    at: (pDrop: string) => `Your guess at p_drop ${pDrop}`,
    open: "not drawn yet",
    begin: "Drag from the dot across the chart, or press Tab and use the arrow keys.",
    goOn: "Keep going, up to 0.9.",
    done: "Done? Redraw any part you like, then compare.",
  },
  asking:
    "An empty chart of test error by p_drop, from 0 to 0.9. Draw the curve that you expect: each point is a slider.",
  reveal: "Show the measured curve",
  skip: "Skip",
  again: "Draw again",
  tries: { rightLabels: "all labels right", largeSteps: "larger steps" },
  back: "Back to our settings",
  known: (error: string) => `${error} without dropout`,
  hint: "draw on from here",
  measured: (error: string) => `measured: ${error}`,
  dots: (seeds: number) => `dots: ${seeds} seeds`,
  yours: "your guess",
  repeats: "Networks for each p_drop",
  start: (count: number) => `Train ${count} networks`,
  resume: (count: number) =>
    count === 1 ? "Train the one that is left" : `Train the ${count} that are left`,
  cancel: "Stop",
  starting: (count: number) => `Training ${count} networks`,
  progress: (done: number, count: number, time: string) =>
    `${done} of ${count} networks trained, about ${time} left`,
  trained: (done: number, count: number, data: string) =>
    `${done} of ${count} networks are trained on ${data}.`,
  axis: (probability: string) => `${probability} of the hidden units`,
  error: "error on new data",
  loss: "loss on new data",
  chart: (quantity: string) => `${quantity} by p_drop`,
  description: (sentence: string) => `Errors on new data for p_drop from 0 to 0.9. ${sentence}`,
  places: (name: string, places: string[]) => `${name} ${list(places)}`,
  guessed: (error: string, at: string) => `You put the lowest error, ${error}, at ${at}.`,
  least: (error: string, at: string, without: string, seeds: number) =>
    `The lowest mean of ${seeds} networks is ${error}, at ${at}; without dropout it is ${without}.`,
  most: (at: string, error: string, training: string) =>
    `At ${at} it is ${error}: with so few units on at a time, the network gets ${training} wrong even of the labels it was trained on.`,
  own: (error: string, at: string, without: string | undefined) =>
    `Your networks: the lowest mean is ${error}, at ${at}${without === undefined ? "" : `; without dropout it is ${without}`}.`,
  diverged: (count: number) =>
    count === 1
      ? "One network diverged and is left out: a smaller learning rate helps."
      : `${count} networks diverged and are left out: a smaller learning rate helps.`,
  died: (dead: string, of: string) =>
    `Networks near 90% only guess: large steps kill their units. In networks of ours with such steps and <i>p</i><sub>drop</sub> 0.9, ${dead} of the ${of} hidden units ended dead.`,
  table: "sweep",
  columns: ["p_drop", "seed", "training", "test", "diverged"],
  ours: (data: string, seeds: number) =>
    `Our run: ${data}; ${seeds} networks for each <i>p</i><sub>drop</sub>, 150 epochs at learning rate 0.01.`,
  caption: "Each dot is one network, with all units on, as at test time.",
};
