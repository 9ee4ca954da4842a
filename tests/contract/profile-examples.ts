import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Scene } from "../support/scene.ts";
import type { Examples } from "./example-types.ts";

const longReason = "公知の設備の見学に限られ、資料の提供を伴わないため、これで足りる。";

const absentId = "0".repeat(32);

const mapping = {
  ...{ kindWhenAbsent: "post" as const, kind: null, title: 1, organisation: 0, unit: null, people: null, number: null },
  ...{ amount: null, from: 2, to: 3, note: null },
} as const;

const fact = {
  period: { from: "2019-04~", to: "ongoing" },
  certainty: "likely",
  note: "覚え",
} as const;

/** Requests about what is known of subjects. */
export function profileExamples(scene: Scene): Examples["profile"] {
  const { dossierId, decidedId, subjectId, principalId, otherSubjectId, entryId, linkId, evidenceId } = scene;
  const pair = { subjectId, otherSubjectId };
  return {
    open: { dossierId },
    putEntry: {
      dossierId,
      entryId: null,
      revision: 0,
      entry: {
        ...fact,
        subjectId,
        kind: "post",
        title: "教授 﨑",
        organisation: "虚構大学",
        unit: "架空研究室",
        people: "髙﨑 𠮷",
        number: "10.0000/架空",
        amount: "100万円",
        engagement: "main",
        share: 12.5,
        directness: "direct",
        source: { evidenceId, text: "履歴書 1 頁" },
      },
    },
    removeEntry: { dossierId, entryId, revision: 1 },
    putLink: {
      dossierId,
      linkId: null,
      revision: 0,
      link: {
        ...fact,
        kind: "other",
        from: subjectId,
        to: principalId,
        role: "顧問",
        share: 50,
        directness: "indirect",
        source: { evidenceId, text: "登記 2 頁" },
      },
    },
    removeLink: { dossierId, linkId, revision: 1 },
    sightings: { dossierId },
    findOthers: { dossierId, query: "虚構" },
    judge: {
      dossierId,
      judgement: { ...pair, otherDossierId: decidedId, verdict: "different", reason: longReason },
    },
    forgetJudgement: { dossierId, ...pair },
    beginImport: { dossierId, subjectId },
    remapImport: { dossierId, importId: absentId, mapping },
    finishImport: { dossierId, importId: absentId, mapping, lines: [2] },
    undoImport: { dossierId, batchId: absentId },
    dropImport: { dossierId, importId: absentId },
  };
}

/** Puts a CV before the dialog that asks for one. */
export function answerProfileDialogs({ outside, choose }: Scene["desk"], name: string): void {
  if (name !== "profile.beginImport") return;
  const path = join(outside, "cv.csv");
  writeFileSync(path, "所属,職名,開始,終了\n虚構大学,教授,2019年4月,現在\n");
  choose("profile", path);
}
