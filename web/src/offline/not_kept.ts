const title = "Not available offline";
const sentence =
  "This page needs a connection: only the lesson itself is kept on this device. " +
  "Please try again when you are online.";
const link = "Open the lesson";

/** For pages of the site that are not kept, in place of the browser's own error. */
export function notKeptPage(lesson: string): Response {
  const html =
    '<!doctype html>\n<html lang="en">\n<meta charset="utf-8" />\n' +
    '<meta name="viewport" content="width=device-width, initial-scale=1" />\n' +
    '<meta name="color-scheme" content="light dark" />\n' +
    `<title>${title}</title>\n<h1>${title}</h1>\n<p>${sentence}</p>\n` +
    `<p><a href="${lesson}">${link}</a></p>\n</html>\n`;
  return new Response(html, { status: 503, headers: { "Content-Type": "text/html" } });
}
