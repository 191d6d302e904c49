/** Numbers of a figure, with all their digits. */
export interface DataTable {
  /** For a file's name: lower case, without spaces. */
  name: string;
  columns: readonly string[];
  rows: readonly (readonly (number | bigint | string)[])[];
}

/** RFC 4180. */
export function csv({ columns, rows }: DataTable): string {
  return [columns, ...rows].map((row) => row.map(cell).join(",") + "\r\n").join("");
}

function cell(value: number | bigint | string): string {
  if (typeof value !== "string") return Object.is(value, -0) ? "-0" : String(value);
  // A spreadsheet would run text that starts like a formula.
  const harmless = /^[=+@\t\r-]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** Rows of numbers under column names that count: unit 1, unit 2, … */
export function countedColumns(name: string, count: number): string[] {
  return Array.from({ length: count }, (_, i) => `${name} ${i + 1}`);
}
