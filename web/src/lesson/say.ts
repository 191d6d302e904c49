/** Puts a sentence in place of everything. */
export function say(words: string, target: Element) {
  const message = document.createElement("p");
  message.setAttribute("role", "alert");
  message.textContent = words;
  target.replaceChildren(message);
}
