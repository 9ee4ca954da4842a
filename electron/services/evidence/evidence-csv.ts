import type { Content } from "../../../shared/domain/content/content.ts";
import { nameOf } from "../../../shared/domain/content/vocabulary.ts";
import type { CustodyTouch } from "../../../shared/domain/custody.ts";
import type { Evidence } from "../../../shared/domain/evidence.ts";
import type { DossierId } from "../../../shared/domain/ids.ts";
import { officeOffsetMs } from "../../../shared/domain/time.ts";
import { custodyFacts } from "../../../shared/strings/custody-sentences.ts";
import { createText, type Locale, type Text } from "../../../shared/strings/text.ts";
import { type CsvRow, writeCsv } from "../../trail/trail-csv.ts";
import type { OpenSession } from "../session.ts";

interface TableRequest {
  readonly dossierId: DossierId;
  readonly table: "custody" | "register";
  readonly locale: Locale;
  readonly content: Content;
}

/** The chain of custody, or the register of imports, of one case as CSV. */
export function evidenceTable(open: OpenSession, request: TableRequest): Generator<Uint8Array> {
  const text = createText(request.locale);
  const evidence = open.tables.evidence.list(request.dossierId);
  if (request.table === "register") {
    const header = registerColumns.map((column) => text(`custody.register-${column}`));
    return writeCsv(header, registerRows(evidence, text, request));
  }
  const header = custodyColumns.map((column) => text(`custody.column-${column}`));
  return writeCsv(header, custodyRows(open.tables.custody.list(request.dossierId), evidence, text));
}

const custodyColumns = ["number", "evidence", "at", "who", "what", "item", "why", "facts", "hash"] as const;

function* custodyRows(
  touches: readonly CustodyTouch[],
  evidence: readonly Evidence[],
  text: Text,
): Generator<CsvRow, void, undefined> {
  const numbers = new Map(evidence.map(({ id, number }) => [id, number]));
  for (const touch of touches) {
    const { number, evidenceId, at, actor, act, body, hash } = touch;
    const piece = numbers.get(evidenceId);
    yield {
      cells: [
        number,
        piece === undefined ? text("custody.removedPiece") : `E${piece}`,
        officeTime(at),
        actor,
        text(`custody.act-${act}`),
        body.item ?? "",
        body.why,
        custodyFacts(text, touch).join(" / "),
        hash,
      ],
    };
  }
}

const registerColumns = [
  "evidence",
  "file",
  "title",
  "type",
  "source",
  "grade",
  "way",
  "medium",
  "machine",
  "carriedBy",
  "location",
  "capturedAt",
  "capturedBy",
  "writtenAt",
  "importedAt",
  "importedBy",
  "size",
  "sha256",
  "status",
  "until",
] as const;

function* registerRows(
  evidence: readonly Evidence[],
  text: Text,
  { content, locale }: TableRequest,
): Generator<CsvRow, void, undefined> {
  const time = (atMs: number | null): string => (atMs === null ? "" : officeTime(atMs));
  for (const piece of evidence) {
    const { standing } = piece;
    yield {
      cells: [
        `E${piece.number}`,
        piece.fileName,
        piece.title,
        nameOf(content.vocabulary, "evidenceTypes", piece.evidenceType)[locale],
        nameOf(content.vocabulary, "sourceTypes", piece.sourceType)[locale],
        piece.reliability,
        text(`custody.way-${standing.way}`),
        text(`custody.medium-${standing.carriage.medium}`),
        standing.carriage.machine,
        standing.carriage.carriedBy,
        piece.location,
        time(piece.capturedAt),
        piece.capturedBy,
        time(standing.fileWrittenAt),
        time(piece.importedAt),
        piece.importedBy,
        piece.sizeBytes,
        piece.sha256,
        text(`custody.status-${standing.status}`),
        standing.validity.until ?? "",
      ],
    };
  }
}

/** `2026-11-23 14:05:09+09:00`: sortable, read by every spreadsheet, and plain about its zone. */
function officeTime(atMs: number): string {
  return `${new Date(atMs + officeOffsetMs).toISOString().slice(0, 19).replace("T", " ")}+09:00`;
}
