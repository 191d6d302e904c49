export const hook = {};
