import type { Figure } from "../document/model.ts";
import { inks, type Op } from "../document/page-model.ts";

const fullScore = 20;

/** Two bars on one scale, before and after, told apart by lightness and place; ticks mark where the bands begin. */
export function riskFigure(
  scores: { readonly inherent: number; readonly planned: number },
  bandStarts: readonly number[],
  alt: string,
): Figure {
  return {
    heightPt: 8.6,
    alt,
    draw(x, y, widthPt, heightPt) {
      const at = (score: number): number => (widthPt * score) / fullScore;
      const barPt = heightPt * 0.36;
      const ops: Op[] = [
        {
          kind: "path",
          points: [
            [x, y],
            [x, y + heightPt],
          ],
          closed: false,
          stroke: inks.text,
          lineWidthPt: 0.7,
        },
        ...bandStarts.map(
          (score): Op => ({
            kind: "path",
            points: [
              [x + at(score), y - 1],
              [x + at(score), y + heightPt + 1],
            ],
            closed: false,
            stroke: inks.hairline,
            lineWidthPt: 0.5,
          }),
        ),
      ];
      if (scores.inherent > 0) {
        const width = at(scores.inherent);
        ops.push({
          kind: "rect",
          x,
          y: y + heightPt * 0.08,
          width,
          height: barPt,
          fill: inks.pale,
          stroke: inks.text,
          lineWidthPt: 0.4,
        });
      }
      if (scores.planned > 0) {
        const width = at(scores.planned);
        ops.push({
          kind: "rect",
          x,
          y: y + heightPt * 0.56,
          width,
          height: barPt,
          fill: inks.accent,
          stroke: inks.text,
          lineWidthPt: 0.4,
        });
      }
      return ops;
    },
  };
}
