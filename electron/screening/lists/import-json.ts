import { err, ok, type Result } from "../../../shared/result.ts";
import { createEntrySink } from "./entry-sink.ts";
import { ftmParts, isFtmEntity } from "./formats/opensanctions-ftm.ts";
import { cslParts, isCslRecord, isCslSource } from "./formats/us-csl-json.ts";
import { type ListStop, stopFor } from "./import-notes.ts";
import type { ReadingJob, ReadOutcome } from "./reading-job.ts";
import { type JsonReading, readJsonArray, readJsonLines } from "./source/json-records.ts";
import type { OpenedFile } from "./source/list-file.ts";
import { textKindOf, textPieces } from "./source/text-pieces.ts";

/** Lists that come as JSON: one object in each line, or an array of objects. */
export type JsonLayout = "us-csl-json" | "opensanctions-ftm";

/**
 * Reads a list in JSON object by object. An object that is broken or none of the list's is left out and reported; a line
 * beyond the limit, or a file that ends within an object, stops it.
 */
export function importJsonList(file: OpenedFile, layout: JsonLayout, job: ReadingJob): Result<ReadOutcome, ListStop> {
  const kind = textKindOf(file, job.encoding ?? undefined);
  if (!kind.ok) return kind;
  const { work } = job;
  const idScope = layout === "opensanctions-ftm" ? "opensanctions" : null;
  const sink = createEntrySink({ ...job, idScope });
  let isOther = true;
  const reading: JsonReading = {
    pieces: textPieces(file, kind.value, (done) => work.progress({ done, total: file.sizeBytes })),
    limits: work.limits,
    onBroken: (line) => sink.refuse({ line }, "json-row-broken"),
    onObject: (record, line) => {
      const isMine = layout === "opensanctions-ftm" ? isFtmEntity(record) : isCslRecord(record);
      if (!isMine) {
        if (layout === "us-csl-json" && isCslSource(record)) sink.pass();
        else sink.refuse({ line }, "json-row-broken");
        return;
      }
      isOther = false;
      const parts = layout === "opensanctions-ftm" ? ftmParts(record) : cslParts(record);
      if (parts === undefined) sink.pass();
      else sink.take(parts, { line });
    },
  };
  const read = layout === "opensanctions-ftm" ? readJsonLines(reading) : readJsonArray(reading);
  if (!read.ok) return read;
  const counts = sink.finish();
  if (isOther) return err(stopFor("layout-mismatch"));
  return ok({ encoding: kind.value.encoding, delimiter: null, statedDay: null, ...counts });
}
