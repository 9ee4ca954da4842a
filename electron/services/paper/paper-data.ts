import type { Answer } from "../../../shared/domain/answer.ts";
import type { AuditEntry } from "../../../shared/domain/audit.ts";
import { isAnswered } from "../../../shared/domain/checklist.ts";
import { itemsOf } from "../../../shared/domain/content/template.ts";
import { AnswerId } from "../../../shared/domain/content/vocabulary.ts";
import { Day, dayOf, officeOffsetMs } from "../../../shared/domain/time.ts";
import { hiddenItems } from "../../../shared/domain/visibility.ts";
import { limitsOf } from "../../pdf/paper/limits.ts";
import { type PaperData, rendererVersion } from "../../pdf/paper/paper-data.ts";
import { shownContextOf } from "../asked-items.ts";
import { clip, oneLine } from "./clip.ts";
import { factRows } from "./fact-rows.ts";
import { evidenceCited, evidenceLabel, historyRows, screeningPart, secondOf } from "./paper-annexes.ts";
import type { PaperSource } from "./paper-source.ts";
import { approverName, factorName, proposalOf, sectionWords } from "./paper-words.ts";
import { scopePart } from "./scope-part.ts";
import { secondPart } from "./second-part.ts";

/** What stands on the paper besides the dossier itself. */
export interface PaperFrame {
  readonly createdMs: number;
  readonly office: string;
  readonly author: string;
  readonly version: number;
  readonly history: readonly AuditEntry[];
}

/** Committee papers go out at this level unless another is asked for; see spec §11. */
export const defaultRedaction = "R1";

type Part<K extends keyof PaperData> = PaperData[K];

/** The paper as data. What the schema then refuses (an empty section, a text over its limit) is for people to mend. */
export function toPaperData(source: PaperSource, frame: PaperFrame): PaperData {
  const { file, assessment, template, text, locale } = source;
  const { record } = file;
  const words = new Map(sectionWords(source).map((section) => [section.id, section.text]));
  const of = (id: Parameters<typeof words.get>[0]): string => words.get(id) ?? "";
  return {
    schema: "kura.paper.1",
    renderer: rendererVersion,
    locale,
    utcOffsetMinutes: officeOffsetMs / 60_000,
    document: {
      number: record.number,
      version: frame.version,
      createdMs: frame.createdMs,
      office: clip(frame.office || text("draft.officeUnset"), 160),
      handlingClass: text("draft.handlingClass"),
      redactionLevel: defaultRedaction,
      copyNumber: "",
      retainUntil: retainUntil(frame.createdMs),
    },
    policyVersion: source.policyVersion,
    template: { id: template.id, version: template.contentVersion, sha256: template.hash },
    case: {
      title: record.title,
      kind: assessment.kind,
      technologyTier: assessment.techTier,
      accessLevel: assessment.access,
      depth: assessment.depth,
      ...period(record.intake["period"] ?? ""),
    },
    people: people(source, frame),
    sections: {
      request: of("request"),
      conclusion: of("conclusion"),
      outline: of("outline"),
      value: of("value"),
      coverage: of("coverage"),
      law: of("law"),
    },
    proposal: proposal(source),
    risk: risk(source),
    facts: facts(source),
    measures: measures(source),
    fairness: {
      noAttribute: record.fairness.noAttributes,
      heard: record.fairness.chanceToExplain,
      consistent: record.fairness.consistent,
    },
    precedents: [],
    decision: decision(source),
    checklist: checklist(source),
    scope: scopePart(source),
    ...secondPart(source),
    screening: screeningPart(source),
    evidence: file.evidence.map((one) => ({
      number: evidenceLabel(one.number),
      title: clip(oneLine(one.title) || one.fileName, 400),
      sourceKind: clip(wordOf(source, "sourceTypes", one.sourceType), 120),
      reliability: one.reliability,
      capturedMs: one.capturedAt,
      url: oneLine(one.location),
      sizeBytes: one.sizeBytes,
      sha256: one.sha256,
    })),
    history: historyRows(source, frame.history),
    trail: { count: source.trail.count, headHash: source.trail.head },
  };
}

function wordOf(source: PaperSource, list: "sourceTypes", id: string): string {
  const entry = source.content.vocabulary[list].find((candidate) => candidate.id === id);
  return entry === undefined ? id : source.pick(entry.name);
}

/** Five years from the day of the paper, as long as the record of a case is kept (RT1). */
function retainUntil(createdMs: number): Day {
  const day = dayOf(createdMs);
  const year = Number(day.slice(0, 4)) + 5;
  // 29 February has no counterpart in a common year.
  return Day.parse(day.endsWith("-02-29") ? `${year}-02-28` : `${year}${day.slice(4)}`);
}

/** The intake form's date range, written as two days with anything between them. */
function period(stored: string): { from: string | null; to: string | null } {
  const [from, to] = stored.match(/\d{4}-\d{2}-\d{2}/gu) ?? [];
  const valid = (day: string | undefined): string | null => (Day.safeParse(day).success ? (day ?? null) : null);
  return { from: valid(from), to: valid(to) };
}

function people(source: PaperSource, frame: PaperFrame): Part<"people"> {
  const named = (name: string): Part<"people">["author"] => ({
    name: clip(oneLine(name), 120) || source.text("draft.awaitingDecider"),
    reading: "",
    title: "",
  });
  const approver = named(approverOf(source.decision));
  return { author: named(frame.author), reviewer: named(frame.author), approver, chair: named("") };
}

/** Whoever approved the decision; until somebody has, whoever is stated to decide. */
function approverOf(decision: PaperSource["decision"]): string {
  const approval = decision?.approval ?? null;
  const isApproved = approval?.kind === "approver" && approval.answer === "approve";
  return isApproved ? approval.personName : (decision?.decidedBy ?? "");
}

function proposal(source: PaperSource): Part<"proposal"> {
  const { decision: made, assessment, file } = source;
  const recommended = assessment.advice.recommendation;
  return {
    // The schema takes the same words; anything else would be refused there.
    outcome: proposalOf(source) as Part<"proposal">["outcome"],
    approver: clip(approverName(source), 120),
    replyBy: file.record.dueDay,
    departure: made?.departs === true ? { recommended, reason: made.departureReason } : null,
  };
}

function risk(source: PaperSource): Part<"risk"> {
  const { assessment, content, pick, file } = source;
  return {
    rows: assessment.factors.map((rating) => ({
      factor: factorName(source, rating.factor),
      isCounted: rating.counted,
      inherent: rating.inherent,
      planned: rating.planned,
      actual: rating.actual,
    })),
    overall: {
      inherent: assessment.inherent.band,
      planned: assessment.planned.band,
      actual: assessment.actual.band,
    },
    bandStarts: bandStarts(source),
    openGates: assessment.gates
      .filter((state) => state.open)
      .map((state) => {
        const rule = content.scoring.gates.find((gate) => gate.id === state.gate);
        const byHand = file.gates.find((gate) => gate.gateId === state.gate);
        return {
          id: state.gate,
          name: clip(rule === undefined ? state.gate : pick(rule.name), 120),
          needsSecondPerson: state.needsSecondPerson,
          confirmedBy: byHand !== undefined && byHand.secondPerson !== "" ? byHand.secondPerson : secondOfHits(source),
        };
      }),
  };
}

/** Scores at which the bands above low begin, as the policy in force has them. */
function bandStarts({ bands }: PaperSource): NonNullable<Part<"risk">>["bandStarts"] {
  const from = (id: string): number => bands.find((band) => band.id === id)?.min ?? 0;
  return { moderate: from("moderate"), high: from("high"), critical: from("critical") };
}

/** Who agreed with the verdict that opened a gate, where a hit did. */
function secondOfHits({ file }: PaperSource): string | null {
  const confirmed = file.hits.map(secondOf).find((name) => name !== "");
  return confirmed ?? null;
}

/** One row for each leading factor. What people wrote for it, or the answers behind it cut to the room there is. */
function facts(source: PaperSource): Part<"facts"> {
  return factRows(source).map((row) => ({
    factor: clip(row.name, limitsOf.facts.factor[source.locale]),
    fact: row.fact.text,
    sources: sourcesOf(source, row.behind),
    explanation: row.explanation.text,
    assessment: row.assessment.text,
  }));
}

function sourcesOf(
  source: PaperSource,
  answers: readonly Answer[],
): { reliability: "A" | "B" | "C" | "D"; evidence: string }[] {
  return source.file.evidence
    .filter((one) => one.items.some((item) => answers.some((answer) => answer.itemId === item)))
    .slice(0, limitsOf.facts.sources)
    .map((one) => ({ reliability: one.reliability, evidence: evidenceLabel(one.number) }));
}

function measures(source: PaperSource): Part<"measures"> {
  const { file, content, pick, locale } = source;
  return file.measures
    .filter((taken) => taken.status !== "withdrawn")
    .slice(0, 24)
    .map((taken) => {
      const known = content.measures.measures.find((measure) => measure.id === taken.measureId);
      const factors = (known?.effects ?? []).map((effect) => factorName(source, effect.factor));
      const room = limitsOf.measures;
      return {
        title: clip(known === undefined ? taken.measureId : pick(known.name), room.title[locale]),
        factors: clip(factors.join(locale === "ja" ? "、" : ", "), room.factors[locale]),
        owner: clip(oneLine(taken.owner), room.owner[locale]),
        dueOn: taken.dueDay,
        verification: clip(oneLine(taken.verification), room.verification[locale]),
        burden: known?.burden ?? "medium",
        isBeforeStart: taken.beforeStart,
        status: taken.status,
      };
    });
}

function decision(source: PaperSource): Part<"decision"> {
  const made = source.decision;
  if (made === undefined) return null;
  return {
    outcome: made.outcome,
    decidedOn: made.decidedDay,
    reason: made.reason,
    conditions: made.conditions,
    dissent: made.dissent,
    departureReason: made.departureReason,
    reviewDate: made.reviewDay,
    attendees: oneLine(made.attendees),
    recused: oneLine(made.recusals),
  };
}

function checklist(source: PaperSource): Part<"checklist"> {
  const { template, pick, file, assessment } = source;
  const answers = new Map<string, Answer>(file.answers.map((answer) => [answer.itemId, answer]));
  const awaiting = new Set(assessment.open.awaitingCorroboration);
  // What was not asked stands in scope and limits; what somebody answered all the same stays in sight.
  const hidden = hiddenItems(template, shownContextOf(file.record, file.answers));
  return template.sections.map((section) => ({
    section: clip(pick(section.title), 200),
    rows: itemsOf({ sections: [section] })
      .filter((item) => !hidden.has(item.id) || isAnswered(answers.get(item.id)))
      .map((item) => {
        const answer = answers.get(item.id);
        return {
          number: item.id,
          question: clip(pick(item.question), 600),
          answer: AnswerId.parse(answer?.answer ?? "not_checked"),
          isAwaitingCorroboration: awaiting.has(item.id),
          reason: clip(reasonOf(source, answer), 500),
          evidence: evidenceCited(file, item.id).slice(0, 40),
        };
      }),
  }));
}

/** Why an answer is what it is: the reason code, the reason, and our own assessment. */
function reasonOf(source: PaperSource, answer: Answer | undefined): string {
  if (answer === undefined) return "";
  const code = source.content.vocabulary.unknownReasons.find((entry) => entry.id === answer.unknownReason);
  const parts = [code === undefined ? "" : source.pick(code.name), answer.reason, answer.assessment];
  return parts
    .map(oneLine)
    .filter((part) => part !== "")
    .join(source.locale === "ja" ? "。" : ". ");
}
