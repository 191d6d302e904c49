export const layer = {
  section: {
    question: "What does it do to the numbers?",
    intro: [
      "Here is one layer with three inputs and four units, run on five samples. All inputs are 1, so without dropout the five rows are the same. With dropout, each row has its own mask.",
      "Why divide? A unit that is kept only part of the time would come out smaller on average. Dividing by 1&nbsp;−&nbsp;p_drop, the probability of keeping it, makes up for that: over many masks, its average is what it is without dropout. This is called <em>inverted dropout</em>.",
    ],
    tryThis: [],
    notice: [
      "With p_drop at 0.5, this is what PyTorch prints on an Intel CPU after <code>torch.manual_seed(12)</code>. For any other seed, too, the weights and the masks are those that PyTorch draws, bit for bit, or those of NumPy’s <code>uniform</code> and <code>binomial</code>.",
    ],
    derivation: { summary: "How the numbers come about", paragraphs: [] },
    sources: [],
  },
};
