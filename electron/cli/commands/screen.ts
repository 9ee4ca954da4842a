import { basename } from "node:path";
import { setImmediate } from "node:timers/promises";
import { usualCutOff } from "../../../shared/domain/score-bands.ts";
import { err, ok, type Result } from "../../../shared/result.ts";
import type { NamesFile } from "../../screening/batch/name-rows.ts";
import { readNames } from "../../screening/batch/names-reader.ts";
import { type BatchScreening, createBatchScreening } from "../../screening/batch/screen-batch.ts";
import { listLimits } from "../../screening/lists/list-limits.ts";
import { matcherVersion } from "../../screening/match/matcher-version.ts";
import type { Command, Outcome, Place } from "../outcome.ts";
import { readFileBounded } from "../read-file.ts";
import { createProgress, type Progress } from "../screen/progress.ts";
import { type FileRefusal, type LookedList, lookAtLists, type ReadList, readListFile } from "../screen/read-lists.ts";
import { isPack, readPackLists } from "../screen/read-packs.ts";
import { refusedFile } from "../screen/refused-file.ts";
import { csvWriter, jsonWriter, textWriter, type Writing } from "../screen/write-results.ts";
import { exitCodes } from "../world.ts";

/** Searches every name of a file in list files. No vault is opened, and no name is written anywhere but to the output. */
export const screen: Command = {
  lacking: ({ lists, names }) => (lists.length === 0 ? "no-list" : names === undefined ? "no-names" : undefined),
  run: async (place) => {
    const progress = createProgress(place);
    const names = await readNamesFile(place.asked.names ?? "", place, progress);
    if (!names.ok) return refusedFile(place, names.error);
    const lists = await readListFiles(place, progress);
    if (!lists.ok) return refusedFile(place, lists.error);
    progress.say("screen-indexing", {});
    const screening = createBatchScreening([...lists.value.values()].map(toEdition), (done, total) =>
      progress.step("screen-indexingStep", done, total, {}),
    );
    progress.say("screen-indexed", { names: screening.nameCount });
    const counts = await searchAll(place, { names: names.value, lists: lists.value, screening, progress });
    return summaryOf(place, { names: names.value, lists: lists.value, counts });
  },
};

type Lists = ReadonlyMap<string, ReadList>;

function toEdition({ sha256, entries }: ReadList) {
  return { editionId: sha256, entries };
}

async function readNamesFile(
  path: string,
  { text }: Place,
  progress: Progress,
): Promise<Result<NamesFile, FileRefusal>> {
  const file = basename(path);
  const bytes = readFileBounded(path, listLimits.bytes);
  if (bytes === undefined) return err({ file, code: "file-unreadable" });
  const read = await readNames(bytes);
  if (!read.ok) return err({ file, code: read.error.code, stop: read.error });
  const { rows, columns, refused, encoding, encodingUncertain } = read.value;
  progress.say("screen-namesRead", { file, names: rows.length, refused: refused.length, encoding });
  progress.say(columns === null ? "screen-noHeader" : "screen-header", {});
  if (encodingUncertain) progress.tell(text("screening.note.encoding-uncertain"));
  return read;
}

async function readListFiles({ asked }: Place, progress: Progress): Promise<Result<Lists, FileRefusal>> {
  const lists = new Map<string, ReadList>();
  const paths = [...asked.lists, ...asked.files];
  const packs = paths.filter(isPack);
  const files = await lookAtLists(
    paths.filter((path) => !packs.includes(path)),
    asked,
  );
  for (const source of [...files, ...packs]) {
    const read =
      typeof source === "string" ? await readPack(source, progress) : await readLists(source, asked, progress);
    if (!read.ok) return read;
    for (const list of read.value) {
      const { file, sha256, entries, report } = list;
      if (lists.has(sha256)) {
        progress.say("screen-listTwice", { file });
        continue;
      }
      lists.set(sha256, list);
      const { refusedTotal, warningsTotal, layout } = report;
      const counts = { entries: entries.length, refused: refusedTotal, warnings: warningsTotal };
      progress.say("screen-listRead", { file, layout, ...counts });
    }
  }
  return ok(lists);
}

/** The editions of a pack; whose certificate signed it is said, for a person to compare. */
async function readPack(path: string, progress: Progress): Promise<Result<readonly ReadList[], FileRefusal>> {
  const pack = await readPackLists(path);
  if (!pack.ok) return pack;
  const { name, fingerprint } = pack.value.signer;
  progress.say("screen-packSigned", { file: basename(path), name, fingerprint });
  return ok(pack.value.lists);
}

async function readLists(
  source: LookedList,
  { format }: Pick<Place["asked"], "format">,
  progress: Progress,
): Promise<Result<readonly ReadList[], FileRefusal>> {
  const read = await readListFile(source, {
    format,
    onProgress: (file, done, total) => progress.step("screen-reading", done, total, { file }),
  });
  return read.ok ? ok([read.value]) : read;
}

interface Counts {
  readonly candidates: number;
  readonly withCandidates: number;
}

interface Search {
  readonly names: NamesFile;
  readonly lists: Lists;
  readonly screening: BatchScreening;
  readonly progress: Progress;
}

/** Names searched in one go before what was printed may leave the process. */
const namesPerSlice = 100;

async function searchAll(
  { asked, world, text }: Place,
  { names, lists, screening, progress }: Search,
): Promise<Counts> {
  const writing: Writing = { text, lists };
  const writer = asked.json ? jsonWriter(writing) : asked.csv ? csvWriter(writing) : textWriter(writing);
  if (writer.head !== undefined) world.print(writer.head);
  let candidates = 0;
  let withCandidates = 0;
  for (const [at, row] of names.rows.entries()) {
    const found = screening.search(row, asked.cutOff ?? usualCutOff);
    candidates += found.length;
    if (found.length > 0) withCandidates += 1;
    world.print(writer.write({ row, found }));
    if (at % namesPerSlice === namesPerSlice - 1) {
      progress.step("screen-searching", at + 1, names.rows.length, {});
      await setImmediate();
    }
  }
  return { candidates, withCandidates };
}

interface Searched {
  readonly names: NamesFile;
  readonly lists: Lists;
  readonly counts: Counts;
}

/** What was searched, said at the end of every run, found or not. */
function summaryOf({ asked, text }: Place, { names, lists, counts }: Searched): Outcome {
  const cutOff = asked.cutOff ?? usualCutOff;
  const searched = [...lists.values()].map(({ file, sha256, entries, report }) => ({
    file,
    sha256,
    layout: report.layout,
    entries: entries.length,
    refused: report.refusedTotal,
    warnings: report.warningsTotal,
  }));
  const lines = [
    "",
    text("cli.screen-searched", { names: names.rows.length, lists: lists.size, cutOff, version: matcherVersion }),
    ...searched.map((list) => `  ${text("cli.screen-list", { ...list, edition: list.sha256 })}`),
    text("cli.screen-found", { ...counts }),
    ...names.refused.map(({ line, code }) =>
      text("cli.screen-notSearched", { line, reason: text(`screening.note.${code}`) }),
    ),
    text("match.noProof"),
  ];
  return {
    exitCode: counts.candidates === 0 && names.refused.length === 0 ? exitCodes.good : exitCodes.found,
    lines,
    facts: {
      type: "summary",
      names: names.rows.length,
      ...counts,
      cutOff,
      matcherVersion,
      lists: searched,
      notSearched: names.refused,
      noProof: text("match.noProof"),
    },
    aside: asked.csv,
  };
}
