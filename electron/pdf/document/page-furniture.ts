import { clustersOf } from "../fonts/clusters.ts";
import type { Fonts } from "../fonts/load-fonts.ts";
import { widthOf } from "./compose-lines.ts";
import { setText, textOps } from "./layout-text.ts";
import type { Furniture } from "./model.ts";
import { contentWidthPt, inks, type Op, type Placed, pageFrame } from "./page-model.ts";
import { createTheme, type Theme } from "./theme.ts";

const headerTopPt = 26;
const footerTopPt = pageFrame.height - 33;

/** Header and footer of one page. They repeat what the pages say elsewhere, so screen readers skip them. */
export function furnitureOf(
  furniture: Furniture,
  page: { readonly number: number; readonly count: number },
  fonts: Fonts,
  lang: string,
): Placed[] {
  const theme = createTheme(fonts, 1, lang);
  const left = pageFrame.left;
  const right = furniture.footerRight.replace("{page}", String(page.number)).replace("{pages}", String(page.count));
  const rule = (y: number): Op => ({
    kind: "path",
    points: [
      [left, y],
      [left + contentWidthPt, y],
    ],
    closed: false,
    stroke: inks.rule,
    lineWidthPt: 0.4,
  });
  const footer: Op[] = [
    rule(footerTopPt - 3),
    ...strip(theme, [furniture.footerLeft, furniture.footerCenter, right], footerTopPt),
  ];
  const placed: Placed[] = [{ kind: "mark", tag: "Bottom", ops: footer }];
  if (page.number > 1) {
    const ops = [
      ...strip(theme, [furniture.headerLeft, "", furniture.headerRight], headerTopPt),
      rule(headerTopPt + 12),
    ];
    placed.push({ kind: "mark", tag: "Top", ops });
  }
  return placed;
}

/** Three texts on one line: left, middle, right. The left one gives way when they do not fit. */
function strip(theme: Theme, [start, middle, end]: readonly [string, string, string], y: number): Op[] {
  const { sizePt, weight } = theme.style("running");
  const faces = theme.fonts[weight];
  const endPt = widthOf(end, faces, sizePt);
  const middlePt = widthOf(middle, faces, sizePt);
  const gapPt = 10;
  const startRoomPt = contentWidthPt - endPt - middlePt - 2 * gapPt;
  const startText = shorten(start, startRoomPt, (text) => widthOf(text, faces, sizePt));
  const startPt = widthOf(startText, faces, sizePt);
  const free = contentWidthPt - startPt - endPt - middlePt;
  const set = (text: string): ReturnType<typeof setText> =>
    setText(text, { theme, role: "running", widthPt: contentWidthPt });
  return [
    ...textOps(set(startText), pageFrame.left, y),
    ...textOps(set(middle), pageFrame.left + startPt + free / 2, y),
    ...textOps({ ...set(end), align: "right" }, pageFrame.left, y),
  ];
}

function shorten(text: string, roomPt: number, measure: (text: string) => number): string {
  if (measure(text) <= roomPt) return text;
  const clusters = clustersOf(text).map((cluster) => cluster.text);
  let count = clusters.length;
  while (count > 0 && measure(`${clusters.slice(0, count).join("")}…`) > roomPt) count -= 1;
  return `${clusters.slice(0, count).join("")}…`;
}
