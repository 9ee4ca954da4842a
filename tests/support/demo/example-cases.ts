import type { KuraClient } from "../../../shared/contract/calls.ts";
import type { ScoringExample } from "../../../shared/domain/content/scoring-policy.ts";
import type { DecisionInput } from "../../../shared/domain/decision.ts";
import type { DossierKind } from "../../../shared/domain/dossier.ts";
import type { Evidence, EvidenceDetails } from "../../../shared/domain/evidence.ts";
import type { DossierId, ItemId } from "../../../shared/domain/ids.ts";
import type { SubjectInput } from "../../../shared/domain/party.ts";
import { must } from "../must.ts";
import { confirmBySecond, type Office } from "../second-person.ts";

/** Whom a worked example is about: all invented, with the glyphs that go wrong elsewhere. */
export const exampleSubjects: Readonly<Record<string, SubjectInput>> = {
  EX1: person("葛󠄀城 𠮷乃", "かつらぎ よしの", "架空国"),
  EX2: person("髙﨑 ﾏﾘｱ", "たかさき まりあ", "架空国"),
  EX4: {
    kind: "organisation",
    role: "partner",
    names: [
      { kind: "primary", text: "株式会社ﾏﾎﾛﾊﾞ量子計測" },
      { kind: "latin", text: "Mahoroba Quantum Metrology Co., Ltd." },
    ],
    country: "架空国",
    identifiers: [],
    note: "",
  },
  EX3: {
    kind: "organisation",
    role: "partner",
    names: [
      { kind: "primary", text: "虚構理工大學 先端材料學院" },
      { kind: "latin", text: "Kyoko Institute of Technology, School of Advanced Materials" },
    ],
    country: "架空国",
    identifiers: [],
    note: "",
  },
};

function person(name: string, reading: string, country: string): SubjectInput {
  const names = [
    { kind: "primary", text: name },
    { kind: "reading", text: reading },
  ] as const;
  return { kind: "person", role: "principal", names: [...names], country, identifiers: [], note: "" };
}

/** The outcome each worked example ends with, and the words that go with it. */
export const exampleDecisions: Readonly<
  Record<string, Pick<DecisionInput, "outcome" | "reason" | "conditions" | "reviewDay">>
> = {
  EX1: { outcome: "accept", reason: "全ての要因が「低」である。", conditions: "", reviewDay: null },
  EX2: {
    outcome: "mitigate",
    reason: "措置により残余リスクは「中」に収まる。",
    conditions: "着手前に措置の履行を確認する。変更は直ちに届け出る。",
    reviewDay: "2027-09-30",
  },
  EX3: {
    outcome: "mitigate",
    reason: "民生用途に限り、範囲を縮小して実施する。",
    conditions: "成果の再移転を禁止し、節目ごとに継続の可否を判断する。",
    reviewDay: "2027-06-30",
  },
};

/** Opens a worked example as a dossier and enters its triage. Answers the dossier's id. */
export async function openExample(host: KuraClient, example: ScoringExample): Promise<DossierId> {
  const { kind, techTier, access, depth } = example.input;
  const made = must(
    await host.dossiers.create({
      kind: kind satisfies DossierKind,
      title: example.title.ja,
      subject: exampleSubjects[example.id] ?? null,
      noConflict: true,
    }),
  );
  const dossierId = made.id;
  must(
    await host.dossiers.setIntake({ dossierId, field: "topic", value: "高分子材料の劣化評価（公開論文に基づく手法）" }),
  );
  must(await host.dossiers.setIntake({ dossierId, field: "period", value: "2027-04-01 / 2028-03-31" }));
  must(
    await host.dossiers.setTriage({
      dossierId,
      triage: {
        ...made.triage,
        techTier,
        access,
        techReason: "重要技術領域の一覧と照らして判断した。",
        accessReason: "受入計画に記した設備と資料に限る。",
        depthChosen: depth,
        depthReason: "実演のため、例題に記された深度で調べる。",
      },
    }),
  );
  const fairness = { noAttributes: true, chanceToExplain: true, consistent: true };
  must(await host.dossiers.update({ dossierId, subjectIdentity: "certain", fairness }));
  return dossierId;
}

/** Answers every item, or only those the example names: as the example says, and "does not apply" where it says nothing. */
export async function answerExample(
  host: KuraClient,
  dossierId: DossierId,
  example: ScoringExample,
  scope: "every item" | "named items" = "every item",
): Promise<number> {
  const { template } = must(await host.checklist.open({ dossierId }));
  const given = new Map<string, ScoringExample["input"]["items"][number]>(
    example.input.items.map((item) => [item.item, item]),
  );
  let answered = 0;
  for (const item of template.sections.flatMap((section) => section.items)) {
    const known = given.get(item.id);
    if (known === undefined && scope === "named items") continue;
    const answer = known?.answer ?? "na";
    const isFinding = ["minor", "material", "serious"].includes(answer);
    must(
      await host.checklist.record({
        dossierId,
        itemId: item.id as ItemId,
        baseRevision: 0,
        patch: {
          answer,
          unknownReason: answer === "unknown" ? "sparse" : null,
          reason: answer === "na" ? "本件には当たらない。" : "",
          fact: isFinding ? "申告書の記載と公開資料により、過去の関係を確認した。" : "",
          explanation: isFinding ? "義務は終了しており、書面で示せるとの説明があった。" : "",
          assessment: isFinding ? "説明は資料と整合する。管理措置の対象とする。" : "",
          identity: "certain",
          confirmedBySubject: known?.corroborated ?? false,
          minutes: 4,
        },
      }),
    );
    answered += 1;
  }
  return answered;
}

/** Agrees every measure of the example, with owner, due day and verification from the catalogue. */
export async function agreeMeasures(host: KuraClient, dossierId: DossierId, example: ScoringExample): Promise<void> {
  const { measures } = must(await host.content.get({}));
  for (const id of example.input.measuresAgreed) {
    const known = measures.measures.find((measure) => measure.id === id);
    if (known === undefined) throw new Error(`No measure ${id}`);
    must(
      await host.risk.setMeasure({
        dossierId,
        measure: {
          measureId: id,
          status: "agreed",
          owner: "研究管理課",
          ownerRole: known.ownerRole,
          dueDay: "2027-03-31",
          verification: known.verification.ja,
          beforeStart: known.strength > 1,
          note: "",
        },
      }),
    );
  }
}

const evidenceDetails: EvidenceDetails = {
  title: "機関の公式資料（写し）",
  evidenceType: "capture",
  sourceType: "org_site",
  reliability: "B",
  origin: "虚構理工大學",
  location: "機関の公式サイト「組織」の頁",
  capturedAt: null,
  capturedBy: "髙﨑 𠮷之助",
  note: "",
};

/** Takes in the file that the next evidence dialog answers with. */
export async function takeEvidence(
  host: KuraClient,
  dossierId: DossierId,
  { title, itemId }: { title: string; itemId: string },
): Promise<Evidence> {
  const details = { ...evidenceDetails, title };
  const taskId = `demo-${title.length}-${itemId}`;
  return must(await host.evidence.attach({ dossierId, itemId: itemId as ItemId, taskId, details }));
}

/** Screens the names and judges every candidate as the same body; a second person confirms it in their own session. */
export async function screenExample({ host, passphrase }: Office, dossierId: DossierId): Promise<void> {
  const { hits } = must(await host.screening.run({ dossierId }));
  for (const hit of hits) {
    const note = "所在地、英語名称、公式資料の記載が一致するため、同一の機関と判定した。";
    const judgement = { disposition: "true_match", reason: null, note } as const;
    must(await host.screening.judge({ dossierId, hitId: hit.id, judgement }));
  }
  if (hits.length > 0) await confirmBySecond({ host, passphrase }, dossierId);
}
