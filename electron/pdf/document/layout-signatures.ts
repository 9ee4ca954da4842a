import type { Box } from "./box.ts";
import { foreignLang, type Surroundings, setText, textHeightPt, textOps } from "./layout-text.ts";
import type { SignatureBox } from "./model.ts";
import { inks, type Op, type Placed, type Tag } from "./page-model.ts";

/** Size of one signature field in points; a signing program draws its appearance into exactly this. */
const signatureFieldHeightPt = 72;
const gutterPt = 10;

/** The signature fields side by side, in the order of signing, as one box that no page break can cut. */
export function signaturesBox(boxes: readonly SignatureBox[], around: Surroundings): Box {
  const { theme, widthPt, parent } = around;
  const fieldWidthPt = Math.floor((widthPt - gutterPt * (boxes.length - 1)) / boxes.length);
  const entries = boxes.map((box) => {
    const inner = { theme, widthPt: fieldWidthPt };
    return {
      box,
      label: setText(box.label, { ...inner, role: "cellStrong" }),
      signer: setText(box.signer, { ...inner, role: "cell" }),
      labelTag: { type: "P", parent } satisfies Tag,
      signerTag: { type: "P", parent, lang: foreignLang(box.signer, theme.lang) } satisfies Tag,
      formTag: { type: "Form", parent, alt: box.tooltip } satisfies Tag,
    };
  });
  const captionPt = Math.max(...entries.map(({ label, signer }) => textHeightPt(label) + textHeightPt(signer)));
  return {
    heightPt: captionPt + 3 + signatureFieldHeightPt,
    gapBeforePt: 6,
    keepWithNext: false,
    draw(x, y) {
      return entries.flatMap((entry, index): Placed[] => {
        const left = x + index * (fieldWidthPt + gutterPt);
        // Whole points: the rectangle is compared by verifiers, and its text must not hang on rounding.
        const field = {
          x: Math.round(left),
          y: Math.round(y + captionPt + 3),
          width: fieldWidthPt,
          height: signatureFieldHeightPt,
        };
        const frame: Op = { kind: "rect", ...field, stroke: inks.text, lineWidthPt: 0.6 };
        return [
          { kind: "mark", tag: entry.labelTag, ops: textOps(entry.label, left, y) },
          { kind: "mark", tag: entry.signerTag, ops: textOps(entry.signer, left, y + textHeightPt(entry.label)) },
          { kind: "mark", tag: "Layout", ops: [frame] },
          {
            kind: "field",
            name: entry.box.field,
            tooltip: entry.box.tooltip,
            locksAll: entry.box.locksAll,
            ...field,
            tag: entry.formTag,
          },
        ];
      });
    },
  };
}
