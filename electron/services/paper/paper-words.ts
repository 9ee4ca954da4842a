import type { Subject } from "../../../shared/domain/party.ts";
import { displayName, readingOf } from "../../../shared/domain/party.ts";
import { limitsOf, type ProseSection, proseSections } from "../../pdf/paper/limits.ts";
import { clip, oneLine } from "./clip.ts";
import type { PaperSource } from "./paper-source.ts";
import { scopeReference } from "./scope-part.ts";

/** One section's text, and whether a person wrote it. */
export interface SectionWords {
  readonly id: ProseSection;
  readonly text: string;
  readonly written: boolean;
  readonly limit: number;
  /** Empty, and no sentence can be drawn up for it: a person has to write it. */
  readonly missing: boolean;
}

/** The prose sections as people wrote them, or else as drawn up from the dossier and cut to their limits. */
export function sectionWords(source: PaperSource): SectionWords[] {
  return proseSections.map((id) => {
    const limit = limitsOf.sections[id][source.locale];
    const written = (source.draft[id] ?? "").trim();
    const text = written === "" ? clip(drawnUp(id, source), limit) : written;
    return { id, text, written: written !== "", limit, missing: text === "" };
  });
}

/** What the office proposes: the recorded outcome, or what the scoring advises while there is none. */
export function proposalOf(source: PaperSource): string {
  return source.decision?.outcome ?? source.assessment.advice.recommendation;
}

/** Name of the role that decides. */
export function approverName(source: PaperSource): string {
  const { advice } = source.assessment;
  const role = source.decision?.departs === true ? advice.approverOnDeparture : advice.approver;
  const entry = source.content.vocabulary.roles.find((candidate) => candidate.id === role);
  return entry === undefined ? role : source.pick(entry.name);
}

/** Names of the factors at moderate or above, worst first. */
export function leadingFactors(source: PaperSource): string[] {
  const order = ["critical", "high", "moderate"];
  return source.assessment.factors
    .filter((rating) => rating.counted && rating.inherent.band !== "low")
    .sort((a, b) => order.indexOf(a.inherent.band) - order.indexOf(b.inherent.band))
    .map((rating) => factorName(source, rating.factor));
}

/** A factor's name in the paper's language. */
export function factorName(source: PaperSource, factor: string): string {
  const entry = source.content.factors.factors.find((candidate) => candidate.id === factor);
  return entry === undefined ? factor : source.pick(entry.name);
}

/** A band's name in the paper's language. */
export function bandName(source: PaperSource, band: string): string {
  const entry = source.content.scoring.score.bands.find((candidate) => candidate.id === band);
  return entry === undefined ? band : source.pick(entry.name);
}

function drawnUp(id: ProseSection, source: PaperSource): string {
  switch (id) {
    case "request":
      return requestWords(source);
    case "conclusion":
      return conclusionWords(source);
    case "outline":
      return outlineWords(source);
    case "coverage":
      return coverageWords(source);
    // Only people know what is lost by not going ahead, and what the law office has found.
    case "value":
    case "law":
      return "";
  }
}

function requestWords(source: PaperSource): string {
  const { text, file } = source;
  const room = limitsOf.sections.request[source.locale] - 40;
  return text("draft.request", { title: clip(file.record.title, room), proposal: outcomeName(source) });
}

function outcomeName(source: PaperSource): string {
  const id = proposalOf(source);
  const { decisions, nonDecisions } = source.content.vocabulary;
  const entry = [...decisions, ...nonDecisions].find((candidate) => candidate.id === id);
  return entry === undefined ? id : source.pick(entry.name);
}

function conclusionWords(source: PaperSource): string {
  const { text, assessment } = source;
  const factors = leadingFactors(source).slice(0, 3);
  const separator = source.locale === "ja" ? "、" : ", ";
  const args = {
    factors: factors.length === 0 ? text("draft.noFactor") : factors.join(separator),
    residual: bandName(source, assessment.planned.band),
    approver: approverName(source),
  };
  const proposal = source.decision?.outcome ?? assessment.advice.recommendation;
  return text(`draft.${proposal}`, args);
}

function outlineWords(source: PaperSource): string {
  const { text, file } = source;
  const { triage, kind, intake } = file.record;
  const topic = oneLine(intake["topic"] ?? "");
  const stop = source.locale === "ja" ? "。" : ". ";
  return text("draft.outline", {
    kind: text(`dossier.kind-${kind}`),
    subject: clip(namesOf(file.subjects[0]), 80),
    topic: topic === "" ? "" : `${clip(topic, 80)}${stop}`,
    tier: triage.techTier ?? "",
    tierReason: clip(oneLine(triage.techReason) || text("draft.reasonUnset"), 50),
    access: triage.access ?? "",
    accessReason: clip(oneLine(triage.accessReason) || text("draft.reasonUnset"), 50),
  });
}

function namesOf(subject: Subject | undefined): string {
  if (subject === undefined) return "–";
  const reading = readingOf(subject);
  return reading === undefined ? displayName(subject) : `${displayName(subject)} (${reading})`;
}

function coverageWords(source: PaperSource): string {
  return scopeReference(source, drawnCoverage(source));
}

function drawnCoverage(source: PaperSource): string {
  const { text, file, assessment } = source;
  const depth = source.content.vocabulary.depths.find((entry) => entry.id === assessment.depth);
  const unknown = file.answers.filter((answer) => answer.answer === "unknown").map((answer) => answer.itemId);
  return text("draft.coverage", {
    depth: depth === undefined ? assessment.depth : source.pick(depth.name),
    percent: assessment.coverage.percent,
    required: assessment.coverage.required,
    checked: assessment.coverage.checked,
    minutes: file.answers.reduce((sum, answer) => sum + answer.minutes, 0),
    lists: file.run?.editions.length ?? 0,
    unknown: unknown.length,
    items: unknown.join(source.locale === "ja" ? "、" : ", "),
  });
}
