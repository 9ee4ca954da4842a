import type { AuditEntry } from "../../../shared/domain/audit.ts";
import { compareCandidates, isNameOnly } from "../../../shared/domain/judging/candidate-order.ts";
import type { EvidenceMark } from "../../../shared/domain/reading.ts";
import type { ChangedOnly, Hit } from "../../../shared/domain/screening.ts";
import type { PaperData } from "../../pdf/paper/paper-data.ts";
import type { CaseFile } from "../case-file.ts";
import { clip, oneLine } from "./clip.ts";
import type { PaperSource } from "./paper-source.ts";

/** How the paper cites evidence. */
export function evidenceLabel(number: number): string {
  return `E${number}`;
}

/** Room for one citation on the paper, in characters. */
const citationRoom = 12;

/** What an item rests on: each piece of evidence tied to it, and each highlight that it cites, with the page in a PDF or picture. */
export function evidenceCited({ evidence, marks }: Pick<CaseFile, "evidence" | "marks">, itemId: string): string[] {
  return evidence
    .filter((one) => one.items.some((id) => id === itemId))
    .flatMap((one) => {
      const cited = marks.filter((mark) => mark.evidenceId === one.id && mark.items.some((id) => id === itemId));
      const label = evidenceLabel(one.number);
      return cited.length === 0 ? [label] : cited.map((mark) => citationLabel(label, mark));
    });
}

function citationLabel(label: string, { number, place }: EvidenceMark): string {
  const mark = `${label}-${number}`;
  const withPage = place.kind === "boxes" ? `${mark} p.${place.page}` : mark;
  return [withPage, mark].find((text) => text.length <= citationRoom) ?? label;
}

/** Room for one name on the paper, in characters. */
export const nameRoom = 400;

/** Annex 2: which lists, which names, which candidates, and what became of them. */
export function screeningPart(source: PaperSource): PaperData["screening"] {
  const { run, hits, subjects } = source.file;
  const editions = (run?.editions ?? []).slice(0, 60);
  const editionId = (id: string): string => `L${editions.findIndex((edition) => edition.id === id) + 1}`;
  // What was searched, and not what the subjects are called by now; runs from before it was kept say no more than the names.
  const searched: readonly { subject: string; name: string }[] =
    run !== undefined && run.queries.length > 0
      ? run.queries.map((query) => ({ subject: query.subjectId, name: query.name }))
      : subjects.flatMap((subject) => subject.names.map((name) => ({ subject: subject.id, name: name.text })));
  const nameId = (hit: Hit): string =>
    `N${searched.findIndex((one) => one.subject === hit.subjectId && one.name === hit.queryName) + 1}`;
  const called = namesOfCandidates(source);
  return {
    screenedMs: run?.at ?? 0,
    ...(run === undefined || run.matcherVersion === "" ? {} : { matcherVersion: clip(run.matcherVersion, 80) }),
    ...(run?.changedOnly === undefined ? {} : { changedOnly: restsOn(run.changedOnly) }),
    cutOffPermille: Math.round((run?.cutOff ?? 0) * 1000),
    editions: editions.map((edition) => ({
      id: editionId(edition.id),
      name: clip(oneLine(edition.title), 200),
      edition: clip(oneLine(edition.edition), 120),
      publishedOn: edition.publishedDay,
      entryCount: edition.entries,
      sha256: edition.sha256,
    })),
    names:
      run === undefined
        ? []
        : searched.map(({ name }, at) => ({ id: `N${at + 1}`, name: clip(oneLine(name), nameRoom) })),
    candidates: [...hits]
      .sort(compareCandidates)
      .slice(0, 500)
      .map((hit) => ({
        nameId: nameId(hit),
        listedName: called(hit),
        editionId: editionId(hit.editionId),
        similarityPermille: Math.round(hit.score * 1000),
        ...(isNameOnly(hit) ? { isNameOnly: true as const } : {}),
        ...pendingOf(hit),
        disposition: hit.judgement?.disposition ?? "undecided",
        reason: clip(judgementReason(source, hit.judgement?.reason ?? null, hit.judgement?.note ?? ""), 600),
        decidedBy: clip(hit.judgedBy ?? "", 240),
        confirmedBy: clip(secondOf(hit), 240),
      })),
  };
}

/** Nobody has judged the candidate yet, or a second person has not agreed yet. */
function pendingOf({ judgement, awaitsSecondPerson, second }: Hit): { pending?: "judgement" | "confirmation" } {
  if (judgement === null) return { pending: "judgement" };
  return awaitsSecondPerson && second === null ? { pending: "confirmation" } : {};
}

/** What the paper calls candidates: their listed name, and among namesakes of one list what tells each from the others. */
function namesOfCandidates({ file, locale }: PaperSource): (hit: Hit) => string {
  const key = ({ editionId, subjectId, matchedName }: Hit): string =>
    [editionId, subjectId, matchedName].join("\u0000");
  const namesakes = Map.groupBy(file.hits, key);
  const [before, after] = locale === "ja" ? ["（", "）"] : [" (", ")"];
  return (hit) => {
    const name = oneLine(hit.matchedName);
    const apart = [...hit.countries, ...hit.birthDates, hit.sourceId ?? ""].map(oneLine).filter((part) => part !== "");
    const isOneOfMany = (namesakes.get(key(hit)) ?? []).length > 1;
    return clip(isOneOfMany && apart.length > 0 ? `${name}${before}${apart.join(" · ")}${after}` : name, nameRoom);
  };
}

/** The other names of each candidate's entry, by what the paper calls the candidate. */
export function namesBeside(source: PaperSource): ReadonlyMap<string, readonly string[]> {
  const called = namesOfCandidates(source);
  return new Map(source.file.hits.map((hit) => [called(hit), hit.listedNames]));
}

function restsOn({ wholeAt, steps }: ChangedOnly): NonNullable<NonNullable<PaperData["screening"]>["changedOnly"]> {
  return { wholeMs: wholeAt, compared: steps.reduce((total, step) => total + step.compared, 0) };
}

/** Who agreed: the second person, or whoever the first one stated before second people answered for themselves. */
export function secondOf(hit: Pick<Hit, "second" | "judgement">): string {
  return hit.second?.agrees === true ? hit.second.by : (hit.judgement?.secondPerson ?? "");
}

function judgementReason(source: PaperSource, reason: string | null, note: string): string {
  const entry = source.content.vocabulary.falsePositiveReasons.find((candidate) => candidate.id === reason);
  const parts = [entry === undefined ? "" : source.pick(entry.name), oneLine(note)].filter((part) => part !== "");
  return parts.join(source.locale === "ja" ? "。" : ". ");
}

/** Most rows of history on a paper; the trail in the vault has them all, and its head is printed. */
const historyLimit = 2_000;

/** Who looked at a case is the office's own concern; the paper tells who worked on it. */
const unprinted: ReadonlySet<string> = new Set(["dossier-read", "evidence-touched", "call-refused"]);

/** Annex 4: who did what, oldest first. */
export function historyRows(source: PaperSource, entries: readonly AuditEntry[]): PaperData["history"] {
  return entries
    .filter((entry) => entry.sequence <= source.trail.count && !unprinted.has(entry.kind))
    .slice(0, historyLimit)
    .reverse()
    .map((entry) => ({ atMs: entry.at, actor: clip(oneLine(entry.actor), 120), text: sentenceOf(source, entry) }));
}

/** The details that sentences may mention; an entry that lacks one shows a dash. */
const mentioned = { item: "–", number: "–", gate: "–", measure: "–", version: "–" };

function sentenceOf(source: PaperSource, entry: AuditEntry): string {
  const details = Object.fromEntries(Object.entries(entry.details).map(([name, value]) => [name, String(value)]));
  return source.text(`audit.${entry.kind}`, { ...mentioned, ...details });
}
