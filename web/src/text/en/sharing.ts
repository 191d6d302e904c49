/** Of the dialog, which is fetched when it is opened. */
export const sharing = {
  titleOf: (figure: string) => `Share or save “${figure}”`,
  close: "Close",
  link: "Link",
  linkLabel: "Opens the lesson here, with everything set as it is now",
  embed: "In slides or another page",
  withControls: "with controls",
  withCaption: "with caption",
  snippetLabel: "This figure alone, as it is now",
  copy: "Copy",
  copied: "Copied",
  pictures: "Pictures",
  noPicture: "The browser could not make the picture.",
  numbers: "Numbers",
};
