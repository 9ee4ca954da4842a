import type { ListLayout } from "../../../shared/domain/screening.ts";
import type { Text } from "../../../shared/strings/text.ts";
import type { RefusalCode, WarningCode } from "../../screening/lists/list-codes.ts";
import { combine } from "../combine.ts";
import type { Command, Outcome, Place } from "../outcome.ts";
import { printable } from "../printable.ts";
import { createProgress } from "../screen/progress.ts";
import { lookAtLists, type ReadListFile, readListFile } from "../screen/read-lists.ts";
import { refusedFile } from "../screen/refused-file.ts";
import { exitCodes } from "../world.ts";

/** Reads list files whole, as an import would, and says what came of it. No vault is opened and nothing is kept. */
export const checkList: Command = {
  lacking: ({ files }) => (files.length === 0 ? "no-file" : undefined),
  run: async (place) => {
    const progress = createProgress(place);
    const outcomes: Outcome[] = [];
    for (const list of await lookAtLists(place.asked.files, place.asked)) {
      const read = await readListFile(list, {
        format: place.asked.format,
        onProgress: (file, done, total) => progress.step("screen-reading", done, total, { file: printable(file) }),
        onEntries: () => undefined,
      });
      outcomes.push(read.ok ? outcomeOf(place, read.value) : refusedFile(place, read.error));
    }
    return combine(outcomes);
  },
};

/** Rows that were refused count as something found; remarks do not, for their rows are in. */
function outcomeOf({ text }: Place, list: ReadListFile): Outcome {
  const { report, file, guess, sha256 } = list;
  const { layout, encoding, delimiter, rows, accepted, merged, passed, refusedTotal, warningsTotal, statedDay } =
    report;
  const refused = report.refused.map((note) => said(text, note, list.fileNames));
  const warnings = report.warnings.map((note) => said(text, note, list.fileNames));
  const counts = { rows, merged, passed, refused: refusedTotal, warnings: warningsTotal };
  return {
    exitCode: refusedTotal === 0 ? exitCodes.good : exitCodes.found,
    lines: [
      text("cli.list-read", { file, entries: accepted }),
      ...layoutLines(text, layout, guess),
      `  ${text("cli.list-counts", { ...counts })}`,
      `  ${text("cli.list-bytes", { encoding, bytes: report.sizeBytes })}`,
      ...(statedDay === null ? [] : [`  ${text("cli.list-day", { day: statedDay })}`]),
      `  SHA-256 ${sha256}`,
      ...notesOf(text, "cli.list-refused", { notes: refused, total: refusedTotal }),
      ...notesOf(text, "cli.list-warnings", { notes: warnings, total: warningsTotal }),
    ].map(printable),
    facts: {
      ...{ file, sha256, sizeBytes: report.sizeBytes, layout, guess, encoding, delimiter, statedDay },
      ...{ rows, entries: accepted, merged, passed, refused, refusedTotal, warnings, warningsTotal },
    },
  };
}

function layoutLines(text: Text, layout: ListLayout, guess: ReadListFile["guess"]): string[] {
  const name = layout === "csv" ? text("cli.list-table") : text(`screening.layout.${layout}`);
  const reason = guess === null ? text("cli.list-stated") : text(`screening.guess.${guess}`);
  return [`  ${text("cli.list-layout", { name, layout })}`, `    ${reason}`];
}

interface Said {
  /** Which file of a set. */
  readonly file?: string;
  readonly line: number | null;
  readonly code: string;
  readonly sentence: string;
}

interface Note {
  readonly line: number | null;
  readonly code: RefusalCode | WarningCode;
  readonly file?: number | undefined;
}

function said(text: Text, { line, code, file }: Note, fileNames: readonly string[]): Said {
  const name = file === undefined ? undefined : fileNames[file - 1];
  return { ...(name === undefined ? {} : { file: name }), line, code, sentence: text(`screening.note.${code}`) };
}

/** What a report says row by row, under a head that counts all of it. */
function notesOf(
  text: Text,
  head: "cli.list-refused" | "cli.list-warnings",
  { notes, total }: { readonly notes: readonly Said[]; readonly total: number },
): string[] {
  if (total === 0) return [];
  const lines = notes.map(
    ({ file, line, sentence }) =>
      `    ${file === undefined ? "" : `${file}: `}${line === null ? "" : text("cli.screen-atLine", { line })}${sentence}`,
  );
  const rest = total - notes.length;
  return [
    `  ${text(head, { count: total })}`,
    ...lines,
    ...(rest === 0 ? [] : [`    ${text("cli.list-more", { count: rest })}`]),
  ];
}
