import { AuditEntry } from "../../shared/domain/audit.ts";
import { officeOffsetMs } from "../../shared/domain/time.ts";
import { type EventSpeaker, eventDetails, eventSentence } from "../../shared/strings/trail-sentences.ts";
import { type CsvRow, writeCsv } from "../trail/trail-csv.ts";
import type { AuditTable } from "../vault/tables/audit-table.ts";

/** Entries read at a time, so that other work comes in between. */
const entriesPerRead = 500;

/** The trail up to `count` as a table for people: one sentence for each entry, oldest first. */
export function trailTable(audit: AuditTable, count: number, speaker: EventSpeaker): Generator<Uint8Array> {
  const { text } = speaker;
  const header = ["sequence", "at", "who", "key", "what", "details", "case", "hash"] as const;
  return writeCsv(
    header.map((column) => text(`trail.column-${column}`)),
    rowsOf(audit, count, speaker),
  );
}

function* rowsOf(audit: AuditTable, count: number, speaker: EventSpeaker): Generator<CsvRow> {
  for (let next = 1; next <= count; next += entriesPerRead) {
    const links = audit.linksFrom(next, entriesPerRead).filter(({ sequence }) => sequence <= count);
    const numbers = audit.caseNumbers([...new Set(links.flatMap(({ dossierId }) => dossierId ?? []))]);
    for (const link of links) {
      const entry = AuditEntry.parse(link);
      yield {
        cells: [
          entry.sequence,
          officeTime(entry.at),
          entry.actor,
          entry.actorKey ?? "",
          eventSentence(speaker, entry),
          eventDetails(speaker, entry).join(" / "),
          entry.dossierId === null ? "" : (numbers[entry.dossierId] ?? ""),
          entry.hash,
        ],
      };
    }
  }
}

/** `2026-11-23 14:05:09+09:00`: sortable, read by every spreadsheet, and plain about its zone. */
function officeTime(atMs: number): string {
  return `${new Date(atMs + officeOffsetMs).toISOString().slice(0, 19).replace("T", " ")}+09:00`;
}
