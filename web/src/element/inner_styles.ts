import css from "#inner-styles";

let sheet: CSSStyleSheet | undefined;

/** styles.ts of what is built in one piece: the styles are inside, one sheet for all figures. */
export async function addStyles(shadow: ShadowRoot): Promise<void> {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
  }
  shadow.adoptedStyleSheets = [sheet];
}
