import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Template } from "../../shared/domain/content/template.ts";
import type {
  DecisionId,
  DossierId,
  EditionId,
  EntryId,
  EvidenceId,
  HitId,
  ImportId,
  ItemId,
  LinkId,
  MarkId,
  PersonId,
  ReportId,
  SubjectId,
} from "../../shared/domain/ids.ts";
import { blankEntry } from "../../shared/domain/profile/entry.ts";
import { must } from "./must.ts";
import { addApproverAndApprove, approver } from "./second-person.ts";
import { createVault, type TestEngine, testPassphrase } from "./test-engine.ts";
import {
  answerAll,
  carryListIn,
  type Desk,
  openCase,
  screenAndDecide,
  signAndSave,
  takeEvidence,
} from "./whole-job.ts";

/** A vault in which every call of the contract has something to work on. */
export interface Scene {
  readonly desk: Desk;
  readonly vaultId: string;
  /** Open, answered throughout, screened, with evidence and two subjects. */
  readonly dossierId: DossierId;
  /** Put forward by the person at the keyboard, approved by the second one, and signed. */
  readonly decidedId: DossierId;
  readonly itemId: ItemId;
  readonly evidenceId: EvidenceId;
  /** A highlight in the evidence of the open case. */
  readonly markId: MarkId;
  readonly subjectId: SubjectId;
  /** The first subject of the open case. */
  readonly principalId: SubjectId;
  /** The first subject of the decided one. */
  readonly otherSubjectId: SubjectId;
  /** What the second subject's profile holds, and its tie to the first. */
  readonly entryId: EntryId;
  readonly linkId: LinkId;
  readonly hitId: HitId;
  /** The list the cases were screened against. */
  readonly editionId: EditionId;
  readonly reportId: ReportId;
  /** The approved decision. */
  readonly decisionId: DecisionId;
  /** A template of the office's own with a draft, and the built-in one it was copied from. */
  readonly templateId: string;
  readonly template: Template;
  /** The second person, an approver. */
  readonly approverId: PersonId;
  /** Begins an import of a list nobody has seen yet and tries it. */
  triedImport(): Promise<ImportId>;
}

const say = (field: string): string => `${field} 架空`;

/** The desk of an engine that runs in this process. */
export function deskOf(kura: TestEngine): Desk {
  return {
    host: kura.host,
    outside: kura.folder,
    passphrase: testPassphrase,
    choose: (purpose, path) => {
      kura.answers[purpose] = [...(kura.answers[purpose] ?? []), path];
    },
  };
}

/** Makes a vault and works two cases in it, one of them to the end. */
export async function setScene(kura: TestEngine): Promise<Scene> {
  const { host } = kura;
  await createVault(host);
  const desk = deskOf(kura);
  await carryListIn(desk, say);
  const cases: { id: DossierId; itemId: ItemId; evidenceId: EvidenceId }[] = [];
  for (const _ of ["open", "decided"]) {
    const { id } = await openCase(desk, say);
    const [itemId] = await answerAll(desk, id, say);
    if (itemId === undefined) throw new Error("the template has no item");
    const evidenceId = await takeEvidence(desk, { dossierId: id, itemId, sizeBytes: 2_000, say });
    cases.push({ id, itemId, evidenceId });
  }
  const [open, decided] = cases;
  if (open === undefined || decided === undefined) throw new Error("two cases were opened");
  await screenAndDecide(desk, decided.id, say);
  await addApproverAndApprove(desk, decided.id);
  const { report } = await signAndSave(desk, { dossierId: decided.id, say, name: "paper.pdf" });
  const { hits } = must(await host.screening.run({ dossierId: open.id }));
  const subject = { kind: "person", role: "other", names: [{ kind: "primary", text: "𠮷" }] } as const;
  const { subjects } = must(
    await host.dossiers.addSubject({
      dossierId: open.id,
      subject: { ...subject, names: [...subject.names], country: "", identifiers: [], note: "" },
    }),
  );
  const { vaults } = must(await host.vault.status({}));
  const [vaultId, subjectId, hitId] = [vaults[0]?.vaultId, subjects.at(-1)?.id, hits[0]?.id];
  const editionId = must(await host.screening.editions({})).editions[0]?.id;
  const approverId = must(await host.people.list({})).people.find(
    ({ displayName }) => displayName === approver.displayName,
  )?.id;
  const { decisionId } = report;
  const principalId = subjects[0]?.id;
  const otherSubjectId = must(await host.dossiers.get({ dossierId: decided.id })).subjects[0]?.id;
  if (editionId === undefined) throw new Error("the scene is not set");
  if (vaultId === undefined || subjectId === undefined || hitId === undefined) throw new Error("the scene is not set");
  if (approverId === undefined || decisionId === null) throw new Error("the scene is not set");
  if (principalId === undefined || otherSubjectId === undefined) throw new Error("the scene is not set");
  const { id: dossierId, itemId, evidenceId } = open;
  const { template } = must(await host.checklist.open({ dossierId }));
  const { templateId } = must(await host.templates.copy({ hash: template.hash })).template;
  const { entryId, linkId } = await tieSubjects(desk, { dossierId, evidenceId, subjectId, principalId });
  const ids = {
    vaultId,
    dossierId,
    decidedId: decided.id,
    itemId,
    evidenceId,
    subjectId,
    hitId,
    editionId,
    reportId: report.id,
  };
  const place = { kind: "passage", from: { part: 1, offset: 0 }, to: { part: 1, offset: 2 } } as const;
  const mark = { place, quote: "葛󠄀", note: "" };
  const { id: markId } = must(await host.reading.mark({ dossierId, evidenceId, mark }));
  const others = { principalId, otherSubjectId, entryId, linkId, markId, templateId, template };
  return { ...ids, ...others, decisionId, approverId, desk, triedImport: createImports(desk) };
}

interface Tied {
  readonly dossierId: DossierId;
  readonly evidenceId: EvidenceId;
  readonly subjectId: SubjectId;
  readonly principalId: SubjectId;
}

/** Gives a subject an entry in its profile and ties it to the first subject of its case. */
async function tieSubjects(
  { host }: Desk,
  { dossierId, evidenceId, subjectId, principalId }: Tied,
): Promise<{ entryId: EntryId; linkId: LinkId }> {
  const source = { evidenceId, text: say("出所") };
  const entry = must(
    await host.profile.putEntry({
      dossierId,
      entryId: null,
      revision: 0,
      entry: { ...blankEntry(subjectId, "post"), organisation: say("所属"), title: "教授", source },
    }),
  );
  const link = must(
    await host.profile.putLink({
      dossierId,
      linkId: null,
      revision: 0,
      link: {
        ...{ kind: "other", from: subjectId, to: principalId, role: say("関係"), share: null, directness: null },
        ...{ period: { from: "2019-04", to: "ongoing" }, certainty: "likely", source, note: "" },
      },
    }),
  );
  return { entryId: entry.id, linkId: link.id };
}

function createImports({ host, outside, choose }: Desk): () => Promise<ImportId> {
  let count = 0;
  return async () => {
    count += 1;
    const path = join(outside, `list-${count}.csv`);
    writeFileSync(path, `name,country\n架空機関${count},架空国\n`);
    choose("list", path);
    const { importId, mapping } = must(await host.screening.beginImport({}));
    must(await host.screening.tryImport({ importId, layout: "csv", mapping, title: "試し" }));
    return importId;
  };
}
