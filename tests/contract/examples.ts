import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { shareWords } from "../../electron/recovery/share.ts";
import type { ImportId } from "../../shared/domain/ids.ts";
import type { Scene } from "../support/scene.ts";
import { answerPlainDialogs } from "./dialog-answers.ts";
import type { Examples } from "./example-types.ts";
import { historyOf } from "./history-examples.ts";
import { answerIntakeDialogs, intakeExamples } from "./intake-examples.ts";
import { judgingExamples } from "./judging-examples.ts";
import { answerListDialogs, listEditionExamples } from "./list-edition-examples.ts";
import { listExamples, tableExamples } from "./list-examples.ts";
import { answerProfileDialogs, profileExamples } from "./profile-examples.ts";
import { readingExamples } from "./reading-examples.ts";
import { searchExamples } from "./search-examples.ts";
import {
  decisionExamples,
  paperExamples,
  practiceExamples,
  scorecardExamples,
  secondExamples,
} from "./second-examples.ts";
import { answerTemplateDialogs, templateExamples } from "./template-examples.ts";

const details = {
  title: "架空の登記事項",
  evidenceType: "registry_copy",
  sourceType: "registry",
  reliability: "A",
  origin: "架空登記所",
  location: "棚 1-2",
  capturedAt: null,
  capturedBy: "髙﨑 𠮷",
  note: "写し",
} as const;

const windowId = "6d2f7c1e-4a55-4a0b-9c2e-0d6a5d3c2b1a";

/** A sheet of a kit that no vault has. */
const sheet = {
  kitId: "0a1b2c3d",
  index: 2,
  threshold: 3,
  count: 5,
  point: Uint8Array.from({ length: 33 }, (_, at) => at + 1),
};

const longReason = "公知の設備の見学に限られ、資料の提供を伴わないため、これで足りる。";

const subjectOf = (name: string) => ({
  kind: "organisation" as const,
  role: "partner" as const,
  names: [
    {
      kind: "primary" as const,
      text: name,
      script: "japanese" as const,
      period: { from: "2019-04", to: "ongoing" as const },
    },
  ],
  country: "架空国",
  identifiers: ["架空-1"],
  note: "覚え",
});

const mapping = {
  name: 0,
  aliases: null,
  aliasSeparator: ";",
  kind: null,
  kindWhenAbsent: "organisation" as const,
  country: 1,
  identifiers: null,
  birthDate: null,
  programme: null,
  remarks: null,
  sourceId: null,
};

const decisionInput = {
  outcome: "avoid" as const,
  reason: "条件では足りない。",
  departureReason: longReason,
  conditions: "なし",
  dissent: "なし",
  reviewDay: "2027-05-31",
  decidedBy: "委員会",
  decidedDay: "2026-11-22",
  attendees: "委員 3 名",
  recusals: "なし",
};

const measure = {
  measureId: "M-PH1",
  status: "agreed" as const,
  owner: "葛󠄀城 ﾊﾅｺ",
  ownerRole: "host" as const,
  dueDay: "2027-01-31",
  verification: "入室記録",
  beforeStart: true,
  note: "覚え",
};

const triage = {
  techTier: "T2",
  techReason: "民生用",
  access: "A1",
  accessReason: "会議のみ",
  triggers: ["list_candidate"],
  depthChosen: "enhanced",
  depthReason: longReason,
} as const;

const person = { displayName: "江﨑 ﾐﾎ", unit: "監査室" };

const patch = {
  answer: "minor",
  unknownReason: "sparse",
  reason: "理由",
  fact: "事実",
  explanation: "説明",
  assessment: "評価",
  identity: "certain",
  confirmedBySubject: false,
  minutes: 3,
  stopped: "time",
  extension: { minutes: 10, reason: "延長" },
} as const;

/**
 * Requests that the scene can answer, in an order in which each still finds what it needs. `revisions` are those of the
 * first answer, the first evidence and the second subject.
 */
export function examplesFor(
  scene: Scene,
  { importId, answerRevision }: { importId: ImportId; answerRevision: number },
): Examples {
  const { dossierId, itemId, evidenceId, subjectId, vaultId, approverId } = scene;
  const { passphrase } = scene.desk;
  const one = { dossierId, evidenceId };
  const looked = { name: "登記所", query: "虚構", edition: "第1版", lookedOn: "2026-11-22", basis: "single" as const };
  const sources = [{ sourceType: "registry" as const, result: "nothing" as const, note: "登記", ...looked }];
  const judgement = { disposition: "false_positive", reason: "diff_country", note: longReason } as const;
  return {
    app: {
      start: {},
      setPreferences: { locale: "ja", theme: "system", calendar: "gregorian", textScale: "100" },
      cancelTask: { taskId: "task-1" },
      touch: {},
      settings: {},
      setSettings: {
        officeName: "架空研究機構",
        personName: "髙﨑 𠮷",
        idleMinutes: 5,
        reasonPolicy: { given: false, afterReady: false },
      },
    },
    windows: { join: { windowId }, handedIn: { windowId }, blank: {} },
    drafts: {
      keep: { dossierId, form: "gate.G1", body: "{}" },
      read: { dossierId, form: "gate.G1" },
      drop: { dossierId, form: "gate.G1" },
    },
    content: { get: {} },
    tables: tableExamples,
    profile: profileExamples(scene),
    dossiers: {
      list: {},
      waiting: {},
      ...listExamples(dossierId, passphrase),
      create: {
        kind: "institution",
        title: "架空の案件",
        subject: subjectOf("虚構大学"),
        hostUnit: "架空学部",
        noConflict: true,
      },
      get: { dossierId },
      update: {
        dossierId,
        title: "架空の案件",
        dueDay: "2026-12-15",
        hostUnit: "架空学部",
        fairness: { noAttributes: true, chanceToExplain: true, consistent: true },
        subjectIdentity: "certain",
      },
      setIntake: { dossierId, field: "purpose", value: "目的" },
      setTriage: { dossierId, triage: { ...triage, triggers: [...triage.triggers] } },
      addSubject: { dossierId, subject: subjectOf("虚構研究所") },
      changeSubject: { dossierId, subjectId, revision: 1, subject: subjectOf("虚構工房") },
      removeSubject: { dossierId, subjectId, passphrase },
      reveal: { dossierId, field: "intake.residency", passphrase },
      copyField: { dossierId, field: "intake.residency", passphrase },
      move: { dossierId, to: "in-enquiry", reason: longReason },
    },
    checklist: {
      open: { dossierId },
      record: { dossierId, itemId, baseRevision: answerRevision, patch: { ...patch, sources } },
      beginRun: { dossierId, sources: ["registry"] },
      history: { dossierId, itemId },
    },
    scope: {
      get: { dossierId },
      write: { dossierId, written: { ja: "範囲 髙﨑", en: "scope" }, baseRevision: 0 },
      sign: { dossierId, baseRevision: 1, recordSha256: "0".repeat(64) as never },
    },
    reading: readingExamples(scene),
    intake: intakeExamples({ dossierId, itemId, evidenceId, details, passphrase }),
    history: historyOf({ dossierId, itemId, answerRevision }),
    ...templateExamples(scene),
    evidence: {
      list: { dossierId },
      attach: { dossierId, itemId, taskId: "task-2", details },
      change: { ...one, revision: 2, details },
      link: { ...one, itemId, linked: true },
      check: one,
      saveCopy: { ...one, purpose: "committee", passphrase },
      remove: { ...one, passphrase },
    },
    lists: listEditionExamples(scene, importId),
    screening: {
      editions: {},
      beginImport: {},
      tryImport: { importId, layout: "csv", mapping, title: "架空リスト" },
      finishImport: {
        importId,
        details: {
          title: "架空の別リスト",
          authority: "架空庁",
          effectClass: "risk_reference",
          edition: "2026-11",
          publishedDay: "2026-11-01",
          effectiveDay: "2026-11-02",
          licence: "自由",
        },
      },
      dropImport: { importId },
      ...judgingExamples(scene, judgement),
    },
    search: searchExamples,
    risk: {
      assess: { dossierId },
      setGate: { dossierId, gateId: "G5", open: true, reason: longReason, secondPerson: "葛󠄀城 ﾊﾅｺ" },
      setMeasure: { dossierId, measure },
      removeMeasure: { dossierId, measureId: measure.measureId },
    },
    second: secondExamples(scene),
    practice: practiceExamples,
    scorecard: scorecardExamples,
    decision: decisionExamples(scene, decisionInput),
    paper: paperExamples(scene, passphrase),
    identity: {
      current: {},
      create: { name: "髙﨑 𠮷", passphrase },
      importPkcs12: { filePassword: "ひみつ", passphrase },
      saveCertificate: {},
    },
    verification: {
      verify: {},
      issuers: {},
      readIssuer: {},
      trustIssuer: { fingerprint: "0".repeat(64), passphrase: "合言葉" },
      forgetIssuer: { fingerprint: "0".repeat(64) },
    },
    trail: {
      list: {
        dossierId,
        before: 1_000_000,
        limit: 10,
        filter: { kinds: ["dossier-read"], actorId: null, caseNumber: "DD-2026", from: 0, until: null },
      },
      overview: {},
      check: {},
      export: { format: "json", locale: "ja", purpose: "request", passphrase },
    },
    recovery: {
      status: {},
      draw: { threshold: 3, count: 5, passphrase },
      confirmSheet: { kitId: sheet.kitId, index: 1, words: ["absurd", "zoo"] },
      enforce: { kitId: sheet.kitId, passphrase },
      drop: {},
      readShare: { text: shareWords(sheet).join(" ") },
      rehearse: { shares: [shareWords(sheet).join(" ")] },
      open: { vaultId, shares: [shareWords(sheet).join(" ")] },
      restore: { personId: approverId, passphrase },
      leave: {},
    },
    access: {
      declarations: { dossierId },
      declare: { dossierId, hasConflict: false, note: "利害関係なし" },
      readers: { dossierId },
      restrict: { dossierId, readers: [], passphrase },
      grant: { dossierId, personId: approverId, passphrase },
      withdraw: { dossierId, personId: approverId, passphrase },
      open: { dossierId, passphrase },
    },
    keys: {
      own: {},
      strengthen: { passphrase },
      rotate: { passphrase },
    },
    people: {
      list: {},
      add: { person: { ...person, roles: ["auditor"] }, newPassphrase: "三人目の鍵は池の底 2026", passphrase },
      giveKey: { personId: approverId, newPassphrase: "別の鍵は山の上 2026 年", passphrase },
      change: { personId: approverId, person: { ...person, roles: ["approver", "secretary"] }, passphrase },
      revoke: { personId: approverId, passphrase },
    },
    backup: {
      status: {},
      make: { taskId: "backup-1", place: "default" },
      chooseFolder: { passphrase },
      forgetFolder: {},
      openRestore: {},
      restore: { taskId: "restore-1", restoreId: "restore-1", name: "20261123T011605Z-1a2b3c4d" },
    },
    health: {
      check: { taskId: "health-1" },
      saveReport: { locale: "ja", passphrase },
    },
    vault: {
      status: {},
      find: {},
      ratePassphrase: { passphrase: passphrase, hints: ["髙﨑 𠮷"] },
      makeKeyFile: {},
      changePassphrase: { current: passphrase, next: passphrase },
      lock: {},
      unlock: { vaultId, passphrase },
      create: { place: "default", personName: "髙﨑 𠮷", officeName: "架空研究機構", passphrase },
    },
  };
}

/** Puts a path before every dialog that a call may show. */
export function answerDialogs({ desk }: Scene, name: string): void {
  const at = (file: string): string => join(desk.outside, file);
  if (name === "evidence.attach") {
    writeFileSync(at("taken.txt"), "公開資料の写し\n");
    desk.choose("evidence", at("taken.txt"));
  }
  answerIntakeDialogs(desk, name);
  answerProfileDialogs(desk, name);
  answerListDialogs(desk, name, at);
  answerPlainDialogs(desk, name, at);
  answerTemplateDialogs(desk, name, at);
  if (name === "backup.chooseFolder") desk.choose("backup-folder", desk.outside);
}
