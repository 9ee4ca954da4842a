import { bandOf } from "../../../shared/domain/score-bands.ts";
import type { Text } from "../../../shared/strings/text.ts";
import type { NameRow } from "../../screening/batch/name-rows.ts";
import type { BatchCandidate } from "../../screening/batch/screen-batch.ts";
import { matcherVersion } from "../../screening/match/matcher-version.ts";
import { csvLine } from "../../trail/trail-csv.ts";
import { printable } from "../printable.ts";
import { explain, explainPieces } from "./explain.ts";
import type { ReadList } from "./read-lists.ts";

/** What one name came to. */
export interface NameResult {
  readonly row: NameRow;
  readonly found: readonly BatchCandidate[];
}

/** Puts results into lines, one name after the other; nothing is held back. */
export interface ResultWriter {
  /** What stands before the first name; nothing where there is no head. */
  readonly head: string | undefined;
  /** The lines of one name, without the last line break. A name without candidates has its line, too. */
  write(result: NameResult): string;
}

/** What every writer knows. */
export interface Writing {
  readonly text: Text;
  /** The lists by their hash, which is the edition of their candidates. */
  readonly lists: ReadonlyMap<string, ReadList>;
}

/** JSON lines: one object for each candidate, and one for each name without any. */
export function jsonWriter({ text, lists }: Writing): ResultWriter {
  return {
    head: undefined,
    write: ({ row, found }) => {
      const about = { line: row.line, query: row.name };
      if (found.length === 0) return JSON.stringify({ type: "no-candidate", ...about });
      return found
        .map(({ candidate, entry }) =>
          JSON.stringify({
            type: "candidate",
            ...about,
            candidate: candidate.matchedName,
            score: candidate.score,
            band: bandOf(candidate.score),
            kind: candidate.kind,
            explanation: explain(text, candidate),
            pieces: candidate.pieces,
            steps: candidate.steps,
            against: candidate.against,
            inFavour: candidate.inFavour,
            list: lists.get(candidate.editionId)?.file,
            editionSha256: candidate.editionId,
            entryKey: entry.entryKey,
            sourceId: entry.sourceId,
            entryType: entry.type,
            listedNames: entry.names.map((name) => name.text),
            matcherVersion,
          }),
        )
        .join("\n");
    },
  };
}

const csvColumns = [
  "line",
  "query",
  "candidate",
  "score",
  "band",
  "explanation",
  "pieces",
  "list",
  "edition",
  "entry",
  "matcher",
] as const;

/** A table for spreadsheets: UTF-8 with a mark, and no cell that would be run as a formula. */
export function csvWriter({ text, lists }: Writing): ResultWriter {
  const line = (cells: readonly (string | number)[]): string => csvLine(cells).replace(/\r\n$/, "\r");
  return {
    head: `\uFEFF${line(csvColumns.map((column) => text(`cli.screen-column-${column}`)))}`,
    write: ({ row, found }) => {
      if (found.length === 0) {
        const none = [row.line, row.name, text("cli.screen-none"), ...csvColumns.slice(3, -1).map(() => "")];
        return line([...none, matcherVersion]);
      }
      return found
        .map(({ candidate, entry }) =>
          line([
            row.line,
            row.name,
            candidate.matchedName,
            candidate.score,
            text(`cli.screen-band-${bandOf(candidate.score)}`),
            explain(text, candidate),
            explainPieces(text, candidate),
            lists.get(candidate.editionId)?.file ?? "",
            candidate.editionId,
            entry.sourceId ?? entry.entryKey,
            matcherVersion,
          ]),
        )
        .join("\n");
    },
  };
}

/** Lines for a person at a terminal; no character from a file reaches it that it would obey. */
export function textWriter({ text, lists }: Writing): ResultWriter {
  return {
    head: undefined,
    write: ({ row, found }) => {
      const head = text("cli.screen-name", { line: row.line, name: row.name, count: found.length });
      const candidates = found.flatMap(({ candidate }) => [
        `  ${text("cli.screen-candidate", {
          score: candidate.score.toFixed(3),
          band: text(`cli.screen-band-${bandOf(candidate.score)}`),
          name: candidate.matchedName,
          list: lists.get(candidate.editionId)?.file ?? "",
          edition: candidate.editionId.slice(0, 12),
        })}`,
        `    ${explain(text, candidate)}`,
        `    ${explainPieces(text, candidate)}`,
      ]);
      return [head, ...candidates].map(printable).join("\n");
    },
  };
}
