import type { Answer } from "../../shared/domain/answer.ts";
import { progressOf } from "../../shared/domain/checklist.ts";
import type { Content } from "../../shared/domain/content/content.ts";
import { findItem, type Template } from "../../shared/domain/content/template.ts";
import { planUpgrade, unaskedAnswers } from "../../shared/domain/content/upgrade-plan.ts";
import { isOpenForWork } from "../../shared/domain/dossier.ts";
import { type DossierId, ItemId, type Sha256 } from "../../shared/domain/ids.ts";
import type { CasePlan, CaseUpgrade, VersionChoice } from "../../shared/domain/office-template.ts";
import { Instant } from "../../shared/domain/time.ts";
import { hiddenItems } from "../../shared/domain/visibility.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import type { Clock } from "../ports.ts";
import type { DossierRecord } from "../vault/tables/dossier-table.ts";
import { shownContextOf } from "./asked-items.ts";
import { templateOf } from "./case-file.ts";
import { type EntryRefusal, enterCase, isOwnUnit, readableRecords } from "./enter-case.ts";
import { keepPoint } from "./history/points.ts";
import type { Locked, NotPermitted, OpenSession, Session } from "./session.ts";
import { findVersionText, keepText, startText } from "./template-library.ts";

type Refused<C extends string> = { readonly code: C };
type OneCase = { readonly dossierId: DossierId };
type UpgradeRefusal =
  | EntryRefusal
  | Refused<"unknown-template" | "wrong-kind" | "dossier-decided" | "stale-revision" | "template-unchanged">;

/** Moves cases from one version of their checklist to another, and says what that does before it is done. */
export interface TemplateUpgrade {
  plans(input: { hash: Sha256 }): Result<{ cases: CasePlan[] }, Locked | NotPermitted | Refused<"unknown-template">>;
  planFor(
    input: OneCase & { hash: Sha256 },
  ): Result<{ plan: CasePlan }, EntryRefusal | Refused<"unknown-template" | "wrong-kind">>;
  /** All of the cases or none. */
  upgrade(input: {
    hash: Sha256;
    cases: ReadonlyArray<OneCase & { fromHash: Sha256 }>;
  }): Result<{ upgraded: number }, UpgradeRefusal>;
  ofCase(input: OneCase): Result<
    {
      template: Template;
      label: string;
      choices: VersionChoice[];
      upgrades: CaseUpgrade[];
      unasked: { answer: Answer; question: { ja: string; en: string } | null }[];
    },
    EntryRefusal
  >;
  lookedAgain(
    input: OneCase & { itemId: ItemId; seen: boolean },
  ): Result<{ upgrade: CaseUpgrade }, EntryRefusal | Refused<"dossier-decided" | "unknown-question">>;
}

export interface TemplateUpgradeParts {
  readonly session: Session;
  readonly clock: Clock;
  readonly content: Content;
  /** Called inside the transaction after a case was moved: the depth that the rules give may have moved. */
  readonly afterUpgrade: (open: OpenSession, dossierId: DossierId) => void;
  readonly onChange: (dossierId: DossierId) => void;
}

export function createTemplateUpgrade(parts: TemplateUpgradeParts): TemplateUpgrade {
  const { session, content, onChange } = parts;
  return {
    plans: ({ hash }) => {
      const entered = session.enter("work-on-cases");
      if (!entered.ok) return entered;
      const open = entered.value;
      const to = findVersionText(open, content, hash);
      if (to === undefined) return err({ code: "unknown-template" });
      const movable = readableRecords(open).filter(
        (record) =>
          record.kind === to.kind &&
          record.templateHash !== hash &&
          isOpenForWork(record.state) &&
          !open.tables.secondReviews.isBlind(record.id, open.person.id) &&
          !isOwnUnit(open, record),
      );
      return ok({ cases: movable.map((record) => planCase(open, record, to)) });
    },
    planFor: ({ dossierId, hash }) => {
      const entered = enterCase(session, "work-on-cases", dossierId);
      if (!entered.ok) return entered;
      const { open, record } = entered.value;
      const to = findVersionText(open, content, hash);
      if (to === undefined) return err({ code: "unknown-template" });
      return to.kind === record.kind ? ok({ plan: planCase(open, record, to) }) : err({ code: "wrong-kind" });
    },
    upgrade: (input) => {
      const done = upgradeAll(parts, input);
      if (done.ok) for (const { dossierId } of input.cases) onChange(dossierId);
      return done;
    },
    ofCase: (input) => ofCase(parts, input),
    lookedAgain: (input) => {
      const done = lookedAgain(parts, input);
      if (done.ok) onChange(input.dossierId);
      return done;
    },
  };
}

const ids = (list: readonly string[]): ItemId[] => list.map((id) => ItemId.parse(id));

function planCase(open: OpenSession, record: DossierRecord, to: Template): CasePlan {
  const from = templateOf(open, record);
  const answers = open.tables.answers.list(record.id);
  const plan = planUpgrade({ from, to, answers, depth: record.depth });
  const context = shownContextOf(record, answers);
  const progress = (template: Template): CasePlan["before"] =>
    progressOf(template, record.depth, answers, hiddenItems(template, context)).whole;
  return {
    dossierId: record.id,
    number: record.number,
    title: record.title,
    restricted: open.cases.isRestricted(record.id),
    fromHash: record.templateHash,
    fromTitle: from.title,
    fromLabel: from.contentVersion,
    kept: ids(plan.kept),
    lookAgain: ids(plan.lookAgain),
    fresh: ids(plan.fresh),
    returning: ids(plan.returning),
    gone: ids(plan.gone),
    // What conditions hide counts in neither.
    before: progress(from),
    after: progress(to),
  };
}

function upgradeAll(
  parts: TemplateUpgradeParts,
  { hash, cases }: Parameters<TemplateUpgrade["upgrade"]>[0],
): Result<{ upgraded: number }, UpgradeRefusal> {
  const { session, clock, content, afterUpgrade } = parts;
  const records: DossierRecord[] = [];
  // Every case is entered and looked at before any is changed: one refusal leaves all of them as they are.
  for (const { dossierId, fromHash } of cases) {
    const entered = enterCase(session, "work-on-cases", dossierId);
    if (!entered.ok) return entered;
    const { record } = entered.value;
    if (!isOpenForWork(record.state)) return err({ code: "dossier-decided" });
    if (record.templateHash !== fromHash) return err({ code: "stale-revision" });
    if (record.templateHash === hash) return err({ code: "template-unchanged" });
    records.push(record);
  }
  const entered = session.enter("work-on-cases");
  if (!entered.ok) return entered;
  const open = entered.value;
  const to = findVersionText(open, content, hash);
  if (to === undefined) return err({ code: "unknown-template" });
  if (records.some((record) => record.kind !== to.kind)) return err({ code: "wrong-kind" });
  open.write(() => {
    const at = Instant.parse(clock.nowMs());
    keepText(open, to, at);
    for (const record of records) {
      const plan = planCase(open, record, to);
      keepPoint(open, clock, { dossierId: record.id, kind: "before-upgrade", name: "" });
      open.tables.dossiers.setTemplate(record.id, { templateId: to.id, templateHash: to.hash }, at);
      open.tables.caseUpgrades.add(record.id, {
        fromHash: record.templateHash,
        toHash: to.hash,
        at,
        by: open.person.displayName,
        lookAgain: plan.lookAgain,
        seen: [],
      });
      open.note("template-upgraded", record.id, {
        from: record.templateHash.slice(0, 16),
        to: to.hash.slice(0, 16),
        kept: plan.kept.length + plan.returning.length,
        lookAgain: plan.lookAgain.length,
        fresh: plan.fresh.length,
        gone: plan.gone.length,
      });
      afterUpgrade(open, record.id);
    }
  });
  return ok({ upgraded: records.length });
}

function ofCase(
  { session, content }: TemplateUpgradeParts,
  { dossierId }: OneCase,
): ReturnType<TemplateUpgrade["ofCase"]> {
  const entered = enterCase(session, "read-cases", dossierId);
  if (!entered.ok) return entered;
  const { open, record } = entered.value;
  const template = templateOf(open, record);
  const upgrades = open.tables.caseUpgrades.list(dossierId);
  const earlier = [...new Set(upgrades.flatMap((one) => [one.fromHash, one.toHash]))];
  const texts = earlier.flatMap((hash) => findVersionText(open, content, hash) ?? []);
  const answers = open.tables.answers.list(dossierId);
  return ok({
    template,
    label: template.contentVersion,
    choices: choicesFor(open, content, record, earlier),
    upgrades,
    unasked: unaskedAnswers(template, answers).map((answer) => ({
      answer,
      question: questionOf(answer.itemId, [template, ...texts]),
    })),
  });
}

/** The words in which an item was last asked, hidden ones among them. */
function questionOf(itemId: string, texts: readonly Template[]): { ja: string; en: string } | null {
  for (const text of texts) {
    const item = findItem(text, itemId) ?? text.hidden?.find((hidden) => hidden.item.id === itemId)?.item;
    if (item !== undefined) return item.question;
  }
  return null;
}

/** Versions that a case may go on with: what new cases start with, the latest of each template, and those it was on. */
function choicesFor(
  open: OpenSession,
  content: Content,
  record: DossierRecord,
  earlier: readonly Sha256[],
): VersionChoice[] {
  const start = startText(open, content, record.kind)?.hash;
  const latest = open.tables.templates
    .list()
    .filter((one) => one.kind === record.kind && one.retiredAtMs === null)
    .flatMap((one) => open.tables.templates.versions(one.templateId)[0]?.hash ?? []);
  const builtIn = content.templates.filter((one) => one.kind === record.kind).map((one) => one.hash);
  const hashes = [...(start === undefined ? [] : [start]), ...latest, ...builtIn, ...earlier];
  return [...new Set(hashes)]
    .filter((hash) => hash !== record.templateHash)
    .flatMap((hash) => {
      const text = findVersionText(open, content, hash);
      if (text === undefined) return [];
      return [
        {
          hash,
          title: text.title,
          label: text.contentVersion,
          isBuiltIn: builtIn.includes(hash),
          isStart: hash === start,
          wasUsed: earlier.includes(hash),
        },
      ];
    });
}

function lookedAgain(
  { session }: TemplateUpgradeParts,
  { dossierId, itemId, seen }: Parameters<TemplateUpgrade["lookedAgain"]>[0],
): ReturnType<TemplateUpgrade["lookedAgain"]> {
  const entered = enterCase(session, "work-on-cases", dossierId);
  if (!entered.ok) return entered;
  const { open, record } = entered.value;
  if (!isOpenForWork(record.state)) return err({ code: "dossier-decided" });
  const [latest] = open.tables.caseUpgrades.list(dossierId);
  if (latest === undefined || !latest.lookAgain.includes(itemId)) return err({ code: "unknown-question" });
  const rest = latest.seen.filter((id) => id !== itemId);
  return open.write(() =>
    ok({ upgrade: open.tables.caseUpgrades.setSeen(dossierId, latest, seen ? [...rest, itemId] : rest) }),
  );
}
