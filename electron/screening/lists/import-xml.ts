import { err, ok, type Result } from "../../../shared/result.ts";
import { createEntrySink } from "./entry-sink.ts";
import type { XmlFormat } from "./formats/xml-format.ts";
import { type ListStop, stopFor } from "./import-notes.ts";
import { listDay } from "./list-day.ts";
import type { ReadingJob, ReadOutcome } from "./reading-job.ts";
import type { OpenedFile } from "./source/list-file.ts";
import { textPieces } from "./source/text-pieces.ts";
import { xmlKindOf } from "./source/xml-encoding.ts";
import { readXmlRecords } from "./source/xml-records.ts";

/**
 * Reads a list in XML element by element. All or nothing: a broken or cut document, a document type or a root of another list
 * stops it. An element without a usable name or with a number that came before is left out and reported.
 */
export function importXmlList(file: OpenedFile, format: XmlFormat, job: ReadingJob): Result<ReadOutcome, ListStop> {
  const kind = xmlKindOf(file, job.encoding);
  if (!kind.ok) return kind;
  const { work } = job;
  const sink = createEntrySink({ ...job, idScope: format.idScope });
  const records = format.create();
  let wrongRoot = false;
  let day: string | undefined;
  const read = readXmlRecords({
    pieces: textPieces(file, kind.value, (done) => work.progress({ done, total: file.sizeBytes })),
    limits: work.limits,
    records: format.records,
    onRoot: (name, attributes) => {
      wrongRoot = name !== format.root;
      day = listDay(attributes[format.dayAttribute ?? ""] ?? "");
    },
    onRecord: (record, line) => {
      if (wrongRoot) return "stop";
      records.take(record, sink, line);
      return undefined;
    },
  });
  if (!read.ok) return read;
  if (wrongRoot) return err(stopFor("layout-mismatch", 1));
  records.finish?.(sink);
  const statedDay = day ?? records.statedDay?.() ?? null;
  return ok({ encoding: kind.value.encoding, delimiter: null, statedDay, ...sink.finish() });
}
