import { mustExist } from "../../shared/assert.ts";
import { findItem } from "../../shared/domain/content/template.ts";
import { isOpenForWork } from "../../shared/domain/dossier.ts";
import type { Evidence } from "../../shared/domain/evidence.ts";
import { type DossierId, type EvidenceId, type ItemId, MarkId } from "../../shared/domain/ids.ts";
import type { EvidenceMark, MarkInput, ReadingForm, TextState } from "../../shared/domain/reading.ts";
import { Instant } from "../../shared/domain/time.ts";
import { err, type Nothing, ok, type Result } from "../../shared/result.ts";
import type { EvidenceReader } from "../parsing/evidence/evidence-reader.ts";
import type { Clock, Random } from "../ports.ts";
import { templateOf } from "./case-file.ts";
import { type Entered, type EntryRefusal, enterCase } from "./enter-case.ts";
import { noteTouch, touchEvidence } from "./evidence/custody.ts";
import { newId } from "./new-id.ts";
import { createOpened, type Opened, type OpenRefusal } from "./reading/opened.ts";
import type { OpenSession, Session } from "./session.ts";
import type { TextExtraction } from "./text-extraction.ts";

type OneOf = { readonly dossierId: DossierId; readonly evidenceId: EvidenceId };
type MarkOf = { readonly dossierId: DossierId; readonly markId: MarkId };
type Refused<C extends string> = { readonly code: C };
type Unknown = EntryRefusal | Refused<"unknown-evidence">;
type Marked<C extends string = never> = Result<
  EvidenceMark,
  EntryRefusal | Refused<"dossier-decided" | "unknown-mark" | C>
>;

/** What was made ready, as the page is told. */
export interface ReadyToShow {
  readonly form: ReadingForm;
  readonly source: "bytes" | "reading";
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly width: number | null;
  readonly height: number | null;
}

/** Shows evidence inside the app, keeps what people highlight in it, and says how far its text is ready. */
export interface ReadingService {
  open(input: OneOf): Promise<Result<ReadyToShow, Unknown | OpenRefusal>>;
  chunk(
    input: OneOf & { offset: number; length: number },
  ): Promise<Result<{ base64: string }, Unknown | Refused<"evidence-mismatch" | "reading-closed">>>;
  close(input: OneOf): Result<Nothing, EntryRefusal>;
  marks(input: { dossierId: DossierId }): Result<{ marks: EvidenceMark[] }, EntryRefusal>;
  mark(input: OneOf & { mark: MarkInput }): Result<EvidenceMark, Unknown | Refused<"dossier-decided">>;
  changeMark(input: MarkOf & { revision: number; note: string }): Marked<"stale-revision">;
  removeMark(input: MarkOf & { removed: boolean }): Marked;
  cite(input: MarkOf & { itemId: ItemId; cited: boolean }): Marked<"unknown-question">;
  texts(input: { dossierId: DossierId }): Result<{ texts: TextState[] }, EntryRefusal>;
  retryText(input: OneOf): Result<Nothing, Unknown>;
  /** Begins to take out text when the vault was opened; lets go of everything that was made ready when it locks. */
  follow(state: "open" | "locked"): void;
}

export interface ReadingServiceParts {
  readonly session: Session;
  readonly clock: Clock;
  readonly random: Random;
  readonly reader: EvidenceReader;
  /** Called inside the transaction after a citation tied evidence to an item. */
  readonly afterEvidence: (open: OpenSession, dossierId: DossierId) => void;
  readonly onChange: (dossierId: DossierId) => void;
  readonly texts: TextExtraction;
}

export function createReadingService(parts: ReadingServiceParts): ReadingService {
  const { session } = parts;
  const opened = createOpened(parts.reader);
  return {
    open: async (input) => {
      const one = findOne(session, "read-cases", input);
      if (!one.ok) return one;
      const { open, evidence } = one.value;
      const ready = await opened.open(open, evidence);
      if (!ready.ok) return ready;
      // Reading a large file takes a while, in which the vault may have been locked or the case shut.
      const still = findOne(session, "read-cases", input);
      if (!still.ok) {
        opened.close(evidence.id);
        return still;
      }
      noteViewing(still.value.open, parts.clock, { dossierId: input.dossierId, evidence });
      return ok(readyToShow(evidence, ready.value));
    },
    chunk: async ({ offset, length, ...input }) => {
      const one = findOne(session, "read-cases", input);
      if (!one.ok) return one;
      const bytes = await opened.read(input.evidenceId, { offset, length });
      return bytes.ok ? ok({ base64: Buffer.from(bytes.value).toString("base64") }) : bytes;
    },
    close: ({ dossierId, evidenceId }) => {
      const entered = enterCase(session, "read-cases", dossierId, { admitsBlind: true });
      if (!entered.ok) return entered;
      opened.close(evidenceId);
      return ok({});
    },
    marks: ({ dossierId }) => {
      const entered = enterCase(session, "read-cases", dossierId);
      return entered.ok ? ok({ marks: entered.value.open.tables.marks.list(dossierId) }) : entered;
    },
    mark: (input) => addMark(parts, input),
    changeMark: (input) => changeMark(parts, input),
    removeMark: (input) => removeMark(parts, input),
    cite: (input) => cite(parts, input),
    texts: ({ dossierId }) => {
      const entered = enterCase(session, "read-cases", dossierId);
      return entered.ok ? ok({ texts: entered.value.open.tables.evidenceText.states(dossierId) }) : entered;
    },
    retryText: (input) => {
      const one = findOne(session, "work-on-cases", input);
      if (!one.ok) return one;
      const { open } = one.value;
      open.write(() => open.tables.evidenceText.forget(input));
      parts.texts.wake();
      return ok({});
    },
    follow: (state) => {
      if (state === "open") return parts.texts.begin();
      parts.texts.end();
      opened.forget();
    },
  };
}

function findOne(
  session: Session,
  right: "read-cases" | "work-on-cases",
  { dossierId, evidenceId }: OneOf,
): Result<Entered & { evidence: Evidence }, Unknown> {
  // Evidence itself says nothing of what others answered; highlights and their notes do.
  const entered = enterCase(session, right, dossierId, { admitsBlind: right === "read-cases" });
  if (!entered.ok) return entered;
  const evidence = entered.value.open.tables.evidence.find(dossierId, evidenceId);
  return evidence === undefined ? err({ code: "unknown-evidence" }) : ok({ ...entered.value, evidence });
}

function readyToShow(evidence: Evidence, { form, source, sizeBytes, size }: Opened): ReadyToShow {
  const { mediaType } = evidence;
  return { form, source, mediaType, sizeBytes, width: size?.width ?? null, height: size?.height ?? null };
}

/** Evidence that each session has seen; a session is told by its set of cases, which stays when the person's entry changes. */
const viewed = new WeakMap<OpenSession["entered"], Set<EvidenceId>>();

/** Writes down that this person looked into this piece, once for each unlocking. */
function noteViewing(
  open: OpenSession,
  clock: Clock,
  { dossierId, evidence }: { dossierId: DossierId; evidence: Evidence },
): void {
  const { id, number } = evidence;
  const seen = viewed.get(open.entered) ?? new Set<EvidenceId>();
  viewed.set(open.entered, seen);
  if (seen.has(id)) return;
  open.write(() => noteTouch(open, clock, { dossierId, evidenceId: id, number, act: "viewed" }));
  seen.add(id);
}

function addMark(
  { session, clock, random, onChange }: ReadingServiceParts,
  { mark, ...input }: OneOf & { mark: MarkInput },
): Result<EvidenceMark, Unknown | Refused<"dossier-decided">> {
  const one = findOne(session, "work-on-cases", input);
  if (!one.ok) return one;
  const { open, record, evidence } = one.value;
  if (!isOpenForWork(record.state)) return err({ code: "dossier-decided" });
  const made = open.write(() => {
    const added: EvidenceMark = {
      ...mark,
      id: newId(MarkId, random),
      evidenceId: evidence.id,
      number: open.tables.marks.nextNumber(evidence.id),
      madeAt: Instant.parse(clock.nowMs()),
      madeBy: open.person.displayName,
      revision: 1,
      items: [],
    };
    open.tables.marks.add(input.dossierId, added);
    open.note("evidence-marked", input.dossierId, { evidence: evidence.id, number: evidence.number });
    rememberMark(open, input.dossierId, added);
    return added;
  });
  onChange(input.dossierId);
  return ok(made);
}

function rememberMark(open: OpenSession, dossierId: DossierId, mark: EvidenceMark, isRemoved = false): void {
  open.remember({ dossierId, place: "evidence-mark", rowId: mark.id, body: isRemoved ? null : mark });
}

type MarkWork<C extends string> = (at: {
  readonly open: OpenSession;
  readonly record: Entered["record"];
  readonly mark: EvidenceMark;
  readonly isRemoved: boolean;
}) => Result<true, Refused<C>>;

/** Finds a mark, refuses what is frozen, changes it in one transaction and answers it as it now stands. */
function withMark<C extends string>(
  { session, onChange }: ReadingServiceParts,
  { dossierId, markId }: MarkOf,
  work: MarkWork<C>,
): Marked<C> {
  const entered = enterCase(session, "work-on-cases", dossierId);
  if (!entered.ok) return entered;
  const { open, record } = entered.value;
  const outcome = open.write((): Marked<C> => {
    const found = open.tables.marks.findAny(dossierId, markId);
    if (found === undefined) return err({ code: "unknown-mark" });
    if (!isOpenForWork(record.state)) return err({ code: "dossier-decided" });
    const done = work({ open, record, ...found });
    if (!done.ok) return done;
    const now = mustExist(open.tables.marks.findAny(dossierId, markId), "a changed mark exists");
    rememberMark(open, dossierId, now.mark, now.isRemoved);
    return ok(now.mark);
  });
  if (outcome.ok) onChange(dossierId);
  return outcome;
}

function changeMark(
  parts: ReadingServiceParts,
  { note, revision, ...of }: MarkOf & { revision: number; note: string },
): Marked<"stale-revision"> {
  return withMark<"unknown-mark" | "stale-revision">(parts, of, ({ open, mark, isRemoved }) => {
    if (isRemoved) return err({ code: "unknown-mark" });
    if (mark.revision !== revision) return err({ code: "stale-revision" });
    open.tables.marks.change(of.dossierId, mark.id, { ...mark, note }, revision + 1);
    noteMark(open, of.dossierId, mark);
    return ok(true);
  });
}

function removeMark(parts: ReadingServiceParts, { removed, ...of }: MarkOf & { removed: boolean }): Marked {
  return withMark(parts, of, ({ open, mark, isRemoved }) => {
    if (removed === isRemoved) return ok(true);
    open.tables.marks.setRemoved(mark.id, removed ? parts.clock.nowMs() : null);
    noteMark(open, of.dossierId, mark);
    return ok(true);
  });
}

function noteMark(open: OpenSession, dossierId: DossierId, mark: EvidenceMark): void {
  const evidence = open.tables.evidence.find(dossierId, mark.evidenceId);
  open.note("evidence-marked", dossierId, { evidence: mark.evidenceId, number: evidence?.number ?? 0 });
}

function cite(
  parts: ReadingServiceParts,
  { itemId, cited, ...of }: MarkOf & { itemId: ItemId; cited: boolean },
): Marked<"unknown-question"> {
  return withMark<"unknown-mark" | "unknown-question">(parts, of, ({ open, record, mark, isRemoved }) => {
    const { dossierId } = of;
    if (isRemoved) return err({ code: "unknown-mark" });
    if (findItem(templateOf(open, record), itemId) === undefined) return err({ code: "unknown-question" });
    const evidence = mustExist(open.tables.evidence.find(dossierId, mark.evidenceId), "a mark's evidence exists");
    open.tables.marks.cite({ dossierId, markId: mark.id, itemId, cited });
    const touched = { dossierId, evidenceId: evidence.id, item: itemId } as const;
    const facts = { mark: mark.number, cited };
    noteTouch(open, parts.clock, { ...touched, number: evidence.number, act: "cited", facts });
    if (cited && !evidence.items.includes(itemId)) {
      open.tables.evidence.link({ dossierId, itemId, evidenceId: evidence.id });
      const custody = touchEvidence(open, parts.clock, { ...touched, act: "linked" });
      open.note("evidence-changed", dossierId, { number: evidence.number, item: itemId, linked: true, custody });
      parts.afterEvidence(open, dossierId);
    }
    return ok(true);
  });
}
