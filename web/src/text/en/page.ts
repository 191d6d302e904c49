export const page = {
  title: "Dropout, one mask at a time",
  oneFigure: "A figure of this lesson",
  skip: "Skip to the first figure",
  theme: "Colours",
  themes: { system: "as my system", light: "light", dark: "dark" },
  conventions: { p_drop: "p_drop, of dropping", paper: "p, of keeping (the paper’s)" },
  contents: "In this lesson",
  minutes: (minutes: number) => (minutes === 1 ? "1 minute" : `${minutes} minutes`),
  willBeAble: (minutes: number) => `In ${minutes} minutes you will be able to`,
  abilities: [
    "draw a mask and say what it does to a layer",
    "explain why training and test time disagree, and fix it",
    "say what one scaled network has to do with a million subnetworks",
    "recognise the usual dropout bugs by what they do to the average",
  ],
  footer:
    "Every network on this page is run as you watch, by one C++ library in your browser. Its tests compare it with PyTorch and NumPy. You can use it yourself: type <code>window.dropout</code> in the browser’s console.",
  ignored: (names: string) =>
    `Part of this link means nothing to this page: ${names}. What it usually shows stands there instead.`,
  ignoredAttributes: (names: string) =>
    `Some of this element’s attributes mean nothing to the figure: ${names}. What it usually shows stands there instead.`,
  formula: "Formula",
  repeated: (setting: string) => `${setting} (the first one counts)`,
  training: "Training has started.",
  trainingAt: (percent: number) => `Training: ${percent}% done.`,
  dismiss: "Dismiss",
  newVersion: "There is a newer version of this lesson. Your settings stay.",
  incomplete:
    "Part of this page could not be fetched: you may be offline, or there is a newer version.",
  incompleteFigure:
    "A part of this figure could not be fetched: the network is gone, or its host cannot be reached. Please reload the page.",
  reload: "Reload",
  share: "Share, save",
  network: "the network",
  unfinished:
    "This print is incomplete: the rest of the lesson was not loaded yet. Scroll to the end of the page, then print it again.",
  refused: (reason: string) => `This link’s settings cannot be shown: ${reason}.`,
  refusedAttributes: (reason: string) => `This element’s attributes cannot be shown: ${reason}.`,
  usual: "Open it with the usual settings",
  noFigure: (name: string, names: string) =>
    `There is no figure “${name}”. This page has: ${names}.`,
  startError: (reason: string) =>
    `The lesson could not start: ${reason}. It needs Chrome 98, Firefox 114, Safari 16.4 or a newer one, with WebAssembly switched on.`,
};

export const rail = {
  chapter: (mark: string, title: string, isRead: boolean) =>
    `${mark}: ${title}${isRead ? ", read" : ""}`,
  menu: "Contents and display",
  convention: (current: string) => `Probabilities: ${current}`,
  index: { p_drop: "drop", paper: "keep" },
  theme: (current: string) => `Colours: ${current}`,
  resume: (mark: string, title: string) => `Go on with ${mark}: ${title}`,
  fromTheStart: "Start over",
};

export const section = {
  tryThis: "Try:",
  notice: "Notice:",
  sources: "Sources:",
};

export const steps = {
  back: "Back",
  next: "Next",
  stepThrough: "Step through",
  showAll: "Show all",
};

export const prediction = {
  title: "Predict first.",
  run: "Run it",
  failed: (reason: string) => `It could not be run: ${reason}.`,
  yes: "Yes.",
  no: "No.",
  right: "right",
  wrong: "your guess",
};
