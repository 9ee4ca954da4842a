import type { Block, DocumentModel, SignatureBox } from "../document/model.ts";
import { clustersOf } from "../fonts/clusters.ts";
import { annexSecond } from "./annex-second.ts";
import { annexChecklist, annexEvidence, annexHistory, annexScope, annexScreening } from "./annexes.ts";
import { pageOne } from "./page-one.ts";
import { pageTwo } from "./page-two.ts";
import { type PaperData, rendererVersion } from "./paper-data.ts";
import { createWording, type Wording } from "./wording.ts";

/** Names of the signature fields, in the order of signing; the chair's locks all others. */
export const signatureFields = {
  reviewer: "sig.reviewer",
  approver: "sig.approver",
  chair: "sig.chair",
} as const;

/** Name under which the data is embedded in the PDF. */
const embeddedDataName = "dossier.json";

/** Longest name in the footer, in characters. */
const footerNameLimit = 16;

/** Says what stands in the paper; where it stands is the layout's business. */
export function composePaper(
  data: PaperData,
  canonical: { readonly bytes: Uint8Array; readonly sha256: string },
): DocumentModel {
  const words = createWording(data);
  const { say } = words;
  const { document } = data;
  return {
    title: `${say("documentKind")} ${document.number}`,
    author: document.office,
    subject: data.case.title,
    creator: `Kura renderer ${rendererVersion}`,
    lang: data.locale === "ja" ? "ja-JP" : "en-GB",
    createdMs: document.createdMs,
    parts: [
      { fit: "page", blocks: pageOne(words, canonical.sha256) },
      { fit: "page", blocks: pageTwo(words) },
      { fit: "flow", blocks: [...annexChecklist(words), ...annexScope(words), ...annexSecond(words)] },
      { fit: "flow", blocks: annexScreening(words) },
      { fit: "flow", blocks: annexEvidence(words) },
      { fit: "flow", blocks: [...annexHistory(words), ...signatures(words)] },
    ],
    furniture: {
      headerLeft: say("runningHeader", { number: document.number, version: String(document.version) }),
      headerRight: say("runningHandling", {
        handling: document.handlingClass,
        level: say(`level_${document.redactionLevel}`),
        copy: document.copyNumber === "" ? say("noEntry") : document.copyNumber,
        retain: words.dateShort(document.retainUntil),
      }),
      footerLeft: say("footerSigners", { names: signerNames(data) }),
      footerCenter: say("footerSha256", { head: canonical.sha256.slice(0, 16) }),
      footerRight: say("footerPage", { number: document.number, page: "{page}", pages: "{pages}" }),
    },
    attachment: {
      name: embeddedDataName,
      mediaType: "application/json",
      bytes: canonical.bytes,
      description: say("attachmentDescription"),
    },
  };
}

function signerNames(data: PaperData): string {
  const { reviewer, approver, chair } = data.people;
  return [reviewer, approver, chair].map(({ name }) => clipped(name)).join(data.locale === "ja" ? "、" : ", ");
}

/** Each name gives way for itself, so that a very long one does not hide the others; the whole stands at its field. */
function clipped(name: string): string {
  const clusters = clustersOf(name).map(({ text }) => text);
  return clusters.length <= footerNameLimit ? name : `${clusters.slice(0, footerNameLimit - 1).join("")}…`;
}

function signatures(words: Wording): Block[] {
  const { say, data } = words;
  const { author, reviewer, approver, chair } = data.people;
  const box = (
    field: string,
    labels: { label: string; tooltip: string },
    signer: PaperData["people"]["author"],
    locksAll: boolean,
  ): SignatureBox => ({ field, ...labels, signer: nameWithTitle(signer, "\n"), locksAll });
  return [
    { kind: "heading", level: 2, text: say("signatures"), bookmark: 1 },
    { kind: "keep", block: { kind: "paragraph", role: "fine", text: say("signaturesNote") } },
    { kind: "keep", block: { kind: "paragraph", role: "cell", text: say("author", { name: nameWithTitle(author) }) } },
    {
      kind: "signatures",
      boxes: [
        box(
          signatureFields.reviewer,
          { label: say("signReviewer"), tooltip: say("signReviewerTooltip") },
          reviewer,
          false,
        ),
        box(
          signatureFields.approver,
          { label: say("signApprover"), tooltip: say("signApproverTooltip") },
          approver,
          false,
        ),
        box(signatureFields.chair, { label: say("signChair"), tooltip: say("signChairTooltip") }, chair, true),
      ],
    },
  ];
}

/** Title and name on lines of their own where there is room, on one line elsewhere. */
function nameWithTitle({ name, reading, title }: PaperData["people"]["author"], separator = "　"): string {
  const named = reading === "" ? name : `${name}（${reading}）`;
  return title === "" ? named : `${title}${separator}${named}`;
}
