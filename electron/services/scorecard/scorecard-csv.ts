import { measuresOf, pairsIn, type ScoreRun } from "../../../shared/domain/scorecard.ts";
import { groupName } from "../../../shared/strings/scorecard-words.ts";
import { createText, type Locale, type Text } from "../../../shared/strings/text.ts";
import { type CsvRow, writeCsv } from "../../trail/trail-csv.ts";

const columns = [
  "at",
  "by",
  "matcher",
  "bench",
  "cutOff",
  "group",
  "pairs",
  "hits",
  "misses",
  "falseAlarms",
  "rightlyApart",
  "precision",
  "recall",
  "f1",
  "p50",
  "p95",
] as const;

/** Every kept run as a table, one row for each group of pairs. It holds figures alone: no name of any case, none of the bench. */
export function scorecardTable(runs: readonly ScoreRun[], locale: Locale): Generator<Uint8Array> {
  const text = createText(locale);
  return writeCsv(
    columns.map((column) => text(`scorecard.csv-${column}`)),
    rowsOf(runs, text),
  );
}

function* rowsOf(runs: readonly ScoreRun[], text: Text): Generator<CsvRow, void, undefined> {
  for (const run of runs) {
    for (const { group, key, tally } of run.rows) {
      const { precision, recall, f1 } = measuresOf(tally);
      yield {
        cells: [
          new Date(run.at).toISOString(),
          run.by,
          run.matcherVersion,
          run.benchVersion,
          run.cutOff,
          groupName(text, { group, key }),
          pairsIn(tally),
          tally.hits,
          tally.misses,
          tally.falseAlarms,
          tally.rightlyApart,
          ...[precision, recall, f1].map((value) => (value === null ? "" : value.toFixed(4))),
          ...(group === "all" && run.speed !== null ? [run.speed.p50Ms, run.speed.p95Ms] : ["", ""]),
        ],
      };
    }
  }
}
