/**
 * What an error says, from the core's own words. Messages begin with the name of a field: a
 * translation keeps it there, and figures put the control's label in its place.
 */
export const errors = (message: string): string => message;
