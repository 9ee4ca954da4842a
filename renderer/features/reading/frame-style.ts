/** The one style sheet of the frame; the content policy knows it by its hash, so no other can stand in its place. */
export const frameStyle =
  "body{margin:1rem;font:16px/1.7 sans-serif;color:#1a1a1c;background:#fff;overflow-wrap:anywhere}img{max-width:100%;height:auto}table{border-collapse:collapse}td,th{border:1px solid #b3b3b3;padding:.25rem .5rem;vertical-align:top}pre{white-space:pre-wrap}span[title]{text-decoration:underline dotted}";

/** The hash of that sheet, as a policy names it. */
export const frameStyleHash = "sha256-57VshI88Yx/zufgV5FxaZU1yCbA6bw0vDJJJVyNB9MI=";
