import type { Plugin } from "vite";

/**
 * What needs to know where the site will be: for search engines, for previews of links, and for
 * hosts that show 404.html instead of a missing page. `SITE_URL` says it; without, the site does
 * without, or with relative addresses.
 */
export function siteAddress(): Plugin {
  const given = process.env.SITE_URL;
  const address = given ? new URL(given.replace(/\/*$/, "/")).href : undefined;
  return {
    name: "site-address",
    apply: "build",
    transformIndexHtml: {
      order: "pre",
      handler: (html) => ({
        html: html.replace('content="./social.png"', `content="${address ?? "./"}social.png"`),
        tags: address
          ? [
              { tag: "link", attrs: { rel: "canonical", href: address }, injectTo: "head" },
              {
                tag: "meta",
                attrs: { property: "og:url", content: address },
                injectTo: "head",
              },
            ]
          : [],
      }),
    },
    generateBundle() {
      const emit = (fileName: string, source: string) =>
        this.emitFile({ type: "asset", fileName, source });
      const robots = "User-agent: *\nAllow: /\n";
      emit("robots.txt", address ? `${robots}Sitemap: ${address}sitemap.xml\n` : robots);
      if (!address) return;
      emit(
        "sitemap.xml",
        '<?xml version="1.0" encoding="UTF-8"?>\n' +
          '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n' +
          `  <url><loc>${address}</loc></url>\n</urlset>\n`,
      );
      emit(
        "404.html",
        '<!doctype html>\n<html lang="en">\n<meta charset="utf-8" />\n' +
          '<meta name="viewport" content="width=device-width, initial-scale=1" />\n' +
          '<meta name="color-scheme" content="light dark" />\n' +
          "<title>No such page</title>\n<h1>There is no such page here</h1>\n" +
          `<p>The lesson on dropout is at <a href="${address}">${address}</a>.</p>\n</html>\n`,
      );
    },
  };
}
