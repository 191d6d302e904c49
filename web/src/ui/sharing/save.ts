/** Gives the reader a file. */
export function save(name: string, content: Blob | string): void {
  const blob = typeof content === "string" ? new Blob([content]) : content;
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // Not at once: the download may not have begun.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
