import { contents } from "./contents";
export const sweep = {
  section: {
    question: contents.sweep,
    intro: [
      "With p_drop at 0, nothing is dropped, and the network may learn the noise in its data. Near 1, hardly a unit is left, and it learns nothing at all. The paper’s figure 9 looks at what lies between: it trains a network for each of several probabilities, and compares their errors. So does the next figure, with settings that you choose.",
    ],
    tryThis: [
      "set the share of wrong labels to 0 and train the networks again. How much is there left to win?",
      "set the training samples to 200. With less data, is more dropout better?",
    ],
    notice: [
      "Where labels are wrong, dropout makes the error on the training data larger. This is not a fault: where 30% of the labels are wrong, a network that reads every digit right has a training error of 30%, and one that does better has learned wrong labels.",
      "The dots of one p_drop differ although only the seed of weights, batches and masks does. With so few networks, a difference between means that is smaller than their spread may be chance.",
    ],
    derivation: {
      summary: "What the paper did, and what is different here",
      paragraphs: [
        "In figure 9a the paper keeps the number of hidden units and changes the probability of keeping them, p (so its axis runs the other way). The test error is flat for p from 0.4 to 0.8. It grows where p is smaller, because too few units are on while training and the network underfits, and again as p comes close to 1, where there is hardly any dropout. In figure 9b it changes the number of units, too, so that as many are kept on average whatever p is.",
        "The paper trains three hidden layers of 2,048 units on 60,000 images of 28 × 28 pixels. Here it is two small layers and up to 1,796 images of 8 × 8, which your machine trains in a second or so. The shape can be compared, the numbers cannot.",
      ],
    },
    sources: [
      '<a href="https://jmlr.org/papers/v15/srivastava14a.html">Srivastava and others, 2014</a>, section 7.3 and figure 9',
    ],
  },
  prediction: {
    question:
      "Two networks learn from the same 300 digits, one with p_drop 0.5, one with 0.9. With all units on, which one is wrong more often about the digits that it was <em>trained</em> on?",
    choices: [
      {
        label: "the one with p_drop 0.5",
        reason: "The one that may keep more units can fit its training data better, not worse.",
      },
      {
        label: "the one with p_drop 0.9",
        reason:
          "While training, one hidden unit in ten was on: too few to learn even what was shown. That is <em>underfitting</em>.",
      },
      {
        label: "neither: dropout matters on new data only",
        reason: "Dropout makes training harder. This shows first on the training data.",
      },
    ],
    computed: (half: string, most: string) =>
      `The network with p_drop 0.5 gets ${half} of its training digits wrong, the one with 0.9 ${most}.`,
  },
  title: "The error for every p_drop",
  repeats: "Networks for each p_drop",
  start: (count: number) => `Train ${count} networks`,
  resume: (count: number) =>
    count === 1 ? "Train the one that is left" : `Train the ${count} that are left`,
  cancel: "Stop",
  starting: (count: number) => `Training ${count} networks`,
  progress: (done: number, count: number, time: string) =>
    `${done} of ${count} networks trained, about ${time} left`,
  trained: (done: number, count: number, data: string) =>
    done > 0
      ? `${done} of ${count} networks are trained.`
      : `Each network is trained on ${data}. All together they take a while; the page stays usable.`,
  error: "error",
  loss: "loss",
  legend: {
    test: "on test data: the mean, and single networks",
    training: "on the training data, wrong labels included",
  },
  chart: (quantity: string) => `${quantity} by p_drop`,
  description: (sentence: string) =>
    `Errors on training and test data for p_drop from 0 to 0.9. ${sentence}`,
  best: (quantity: string, best: string, probability: string) =>
    `The least mean test ${quantity} is ${best}, at ${probability}.`,
  without: (none: string, probability: string) => `At ${probability} it is ${none}.`,
  diverged: (count: number) =>
    count === 1
      ? "One network diverged and is left out: a smaller learning rate helps."
      : `${count} networks diverged and are left out: a smaller learning rate helps.`,
  table: "sweep",
  columns: ["p_drop", "seed", "training", "test", "diverged"],
  point:
    "With wrong labels among these digits, some dropout is better than none; too much leaves too few units to learn with.",
  caption:
    "Each dot is one network, with all units on, as at test time. Only p_drop changes along the axis; more dropout often wants more units and longer training, too.",
};
