import { checkConditions } from "./check-conditions.ts";
import { checkScoring } from "./check-scoring.ts";
import type { Content } from "./content.ts";
import type { Problem } from "./problem.ts";
import { itemsOf, type Template } from "./template.ts";
import {
  AccessLevel,
  AnswerId,
  DecisionId,
  Depth,
  Disposition,
  EvidenceType,
  FactorId,
  FalsePositiveReason,
  IdentityCertainty,
  ListEffectClass,
  Recommendation,
  RedactionLevel,
  Reliability,
  RoleId,
  SelfCheckAnswerId,
  SourceType,
  TechTier,
  TriggerId,
  UnknownReason,
} from "./vocabulary.ts";

/** Counts that a complete installation shows: 80 built-in items, 13 factors, 40 measures. */
const expectedCounts = { items: 80, factors: 13, measures: 40, templates: 4, examples: 6 } as const;

/** Every cross-reference, count, text and table of the content. An empty answer means it is fit for use. */
export function checkContent(content: Content): Problem[] {
  return [
    ...emptyTexts(content, "content"),
    ...wrongCounts(content),
    ...duplicates(content),
    ...vocabularyGaps(content),
    ...content.templates.flatMap((template) => checkTemplate(template)),
    ...checkFactors(content),
    ...checkMeasures(content),
    ...checkPaperAndPrivacy(content),
    ...checkScoring(content),
  ];
}

// Walks everything: a text added to any file is covered without being named here.
function emptyTexts(value: unknown, where: string): Problem[] {
  if (Array.isArray(value)) return value.flatMap((part, index) => emptyTexts(part, `${where}[${index}]`));
  if (typeof value !== "object" || value === null) return [];
  const problems: Problem[] = [];
  if ("ja" in value || "en" in value) {
    for (const language of ["ja", "en"] as const) {
      const text: unknown = Object.getOwnPropertyDescriptor(value, language)?.value;
      if (typeof text !== "string" || text.trim() === "") problems.push({ where, code: "empty-text", id: language });
    }
  }
  return [...problems, ...Object.entries(value).flatMap(([key, part]) => emptyTexts(part, `${where}.${key}`))];
}

function wrongCounts(content: Content): Problem[] {
  const found = {
    items: content.templates.flatMap((template) => itemsOf(template)).length,
    factors: content.factors.factors.length,
    measures: content.measures.measures.length,
    templates: content.templates.length,
    examples: content.examples.examples.length,
  };
  const expected: Readonly<Record<string, number>> = expectedCounts;
  return Object.entries(found)
    .filter(([name, count]) => count < (expected[name] ?? 0))
    .map(([name, count]) => ({ where: "content", code: "wrong-count", id: `${name}=${count}` }));
}

function duplicates(content: Content): Problem[] {
  const lists: Record<string, readonly string[]> = {
    templates: content.templates.map((template) => template.id),
    items: content.templates.flatMap((template) => itemsOf(template).map((item) => item.id)),
    sections: content.templates.flatMap((template) => template.sections.map((section) => section.id)),
    factors: content.factors.factors.map((factor) => factor.id),
    measures: content.measures.measures.map((measure) => measure.id),
    packages: content.measures.packages.map((entry) => entry.id),
    gates: content.scoring.gates.map((gate) => gate.id),
    rows: content.scoring.decisionTable.map((row) => row.id),
    depthRules: content.scoring.depthRules.map((rule) => rule.id),
    frameworks: content.about.frameworks.map((framework) => framework.id),
    retention: content.privacy.retention.map((rule) => rule.id),
    paperSections: content.committeePaper.sections.map((section) => section.id),
  };
  return Object.entries(lists).flatMap(([where, ids]) =>
    ids.filter((id, index) => ids.indexOf(id) !== index).map((id): Problem => ({ where, code: "duplicate-id", id })),
  );
}

const vocabularyWords: Readonly<Record<string, readonly string[]>> = {
  depths: Depth.options,
  triggers: TriggerId.options,
  answersRisk: AnswerId.options,
  unknownReasons: UnknownReason.options,
  answersSelfCheck: SelfCheckAnswerId.options,
  sourceTypes: SourceType.options,
  evidenceTypes: EvidenceType.options,
  evidenceReliability: Reliability.options,
  identityCertainty: IdentityCertainty.options,
  screeningDispositions: Disposition.options,
  falsePositiveReasons: FalsePositiveReason.options,
  listEffectClasses: ListEffectClass.options,
  techTiers: TechTier.options,
  accessLevels: AccessLevel.options,
  roles: RoleId.options,
  decisions: DecisionId.options,
};

// The vocabulary must name every word that the code knows, exactly once.
function vocabularyGaps(content: Content): Problem[] {
  return Object.entries(vocabularyWords).flatMap(([list, words]) => {
    const entries: unknown = Object.getOwnPropertyDescriptor(content.vocabulary, list)?.value;
    const ids = Array.isArray(entries) ? entries.map((entry: { id: string }) => entry.id) : [];
    return words
      .filter((word) => ids.filter((id) => id === word).length !== 1)
      .map(
        (id): Problem => ({
          where: `vocabulary.${list}`,
          code: "missing-id",
          id,
        }),
      );
  });
}

function checkTemplate(template: Template): Problem[] {
  const where = `template.${template.id}`;
  const problems: Problem[] = checkConditions(template);
  const isSelfCheck = template.kind === "self-check";
  if ((template.answerScale === "self-check") !== isSelfCheck) {
    problems.push({ where, code: "wrong-scale", id: template.answerScale });
  }
  for (const item of itemsOf(template)) {
    if (item.factors.primary.length === 0) problems.push({ where, code: "missing-id", id: `${item.id}.primary` });
    if (isSelfCheck !== (item.taskForce !== undefined)) problems.push({ where, code: "wrong-scale", id: item.id });
  }
  return problems;
}

function checkFactors(content: Content): Problem[] {
  const frameworks = new Set(content.about.frameworks.map((framework) => framework.id));
  const present = new Set<string>(content.factors.factors.map((factor) => factor.id));
  const missing = FactorId.options.filter((id) => !present.has(id));
  return [
    ...missing.map((id): Problem => ({ where: "factors", code: "missing-id", id })),
    ...content.factors.factors.flatMap((factor) =>
      factor.basedOn
        .filter((id) => !frameworks.has(id))
        .map((id): Problem => ({ where: `factors.${factor.id}`, code: "unknown-id", id })),
    ),
  ];
}

function checkMeasures(content: Content): Problem[] {
  const { measures, packages, suggestions, categories } = content.measures;
  const known = new Set(measures.map((measure) => measure.id));
  const knownCategories = new Set<string>(categories.map((category) => category.id));
  const unknown = (where: string, ids: readonly string[]): Problem[] =>
    ids.filter((id) => !known.has(id)).map((id) => ({ where, code: "unknown-id", id }));
  return [
    ...measures
      .filter((measure) => !knownCategories.has(measure.category))
      .map((measure): Problem => ({ where: `measures.${measure.id}`, code: "unknown-id", id: measure.category })),
    ...packages.flatMap((entry) => unknown(`packages.${entry.id}`, entry.measures)),
    ...Object.entries(suggestions).flatMap(([factor, byBand]) =>
      unknown(`suggestions.${factor}`, Object.values(byBand).flat()),
    ),
    ...content.examples.examples.flatMap((example) => unknown(`examples.${example.id}`, example.input.measuresAgreed)),
  ];
}

function checkPaperAndPrivacy(content: Content): Problem[] {
  const phrased = new Set<string>(content.committeePaper.phrases.map((phrase) => phrase.decision));
  const levels = new Map<string, readonly string[]>(
    content.privacy.redactionLevels.map((level) => [level.id, level.hides]),
  );
  return [
    ...Recommendation.options
      .filter((id) => !phrased.has(id))
      .map((id): Problem => ({ where: "committeePaper.phrases", code: "missing-id", id })),
    ...RedactionLevel.options
      .filter((id) => !levels.has(id))
      .map((id): Problem => ({ where: "privacy.redactionLevels", code: "missing-id", id })),
    ...[...levels].flatMap(([level, hides]) =>
      hides
        .filter((id) => /^R\d$/.test(id) && (!levels.has(id) || id >= level))
        .map((id): Problem => ({ where: `privacy.redactionLevels.${level}`, code: "unknown-id", id })),
    ),
    ...content.committeePaper.sections
      .filter((section, index) => section.no !== index + 1)
      .map((section): Problem => ({ where: "committeePaper.sections", code: "not-ascending", id: section.id })),
  ];
}
