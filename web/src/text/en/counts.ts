export const counts = {};
