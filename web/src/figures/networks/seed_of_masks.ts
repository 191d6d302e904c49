/** Of masks at test time: another than that of the training, which has drawn masks of its own. */
export const seedOfMasks = 2014;
