import type { ListLayout } from "../../../../shared/domain/screening.ts";
import type { EntrySink } from "../entry-sink.ts";
import type { XmlElement } from "../source/xml-records.ts";

/** A list as an XML document: which elements matter, and what each says. */
export interface XmlFormat {
  readonly layout: ListLayout;
  /** Name of the outermost element, without prefix. */
  readonly root: string;
  readonly records: ReadonlySet<string>;
  /** Scope of the list's own stable numbers. */
  readonly idScope: string;
  /** Attribute of the outermost element with the day the file was made; null where it has none. */
  readonly dayAttribute: string | null;
  /** Starts reading one document. */
  readonly create: () => XmlRecords;
}

/** Takes the elements of one document in their order. */
export interface XmlRecords {
  take(record: XmlElement, sink: EntrySink, line: number): void;
  /** Called after the last element, for what had to wait for others. */
  finish?(sink: EntrySink): void;
  /** The day the document states in an element. */
  statedDay?(): string | undefined;
}
