export const gradients = {};
