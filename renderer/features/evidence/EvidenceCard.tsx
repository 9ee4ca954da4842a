import { BookOpen } from "lucide-react";
import { type ReactNode, useState } from "react";
import type { Evidence } from "../../../shared/domain/evidence.ts";
import type { DossierId } from "../../../shared/domain/ids.ts";
import { host } from "../../host.ts";
import { EvidenceFields } from "../../parts/evidence/EvidenceFields.tsx";
import { detailsOf, draftOf, type EvidenceDraft, KeptEvidence } from "../../parts/evidence/evidence-draft.ts";
import { ExportDialog } from "../../parts/reauth/ExportDialog.tsx";
import { ReauthDialog } from "../../parts/reauth/ReauthDialog.tsx";
import { useFormDraft } from "../../stores/form-draft.ts";
import { notify } from "../../stores/notice-store.ts";
import { navigate } from "../../stores/route-store.ts";
import { faultText, useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { DateText } from "../../ui/DateText.tsx";
import { DescriptionList } from "../../ui/DescriptionList.tsx";
import { HashText } from "../../ui/HashText.tsx";
import { CustodyPart } from "./CustodyPart.tsx";
import { latestOf, replaceEvidence } from "./evidence-store.ts";
import { StandingPart } from "./StandingPart.tsx";
import { sizeText } from "./size-text.ts";

interface EvidenceCardProps {
  readonly dossierId: DossierId;
  readonly evidence: Evidence;
  /** The other pieces of the case, one of which may take this one's place. */
  readonly others: readonly Evidence[];
  readonly isFrozen: boolean;
}

/** One piece of evidence: its facts, its hash, what people say about it, and what can be done with it. */
export function EvidenceCard({ dossierId, evidence, others, isFrozen }: EvidenceCardProps): ReactNode {
  const text = useText();
  const form = useForm(dossierId, evidence);
  const { draft } = form;
  const [isRemoving, setRemoving] = useState(false);
  const [isSaving, setSaving] = useState(false);
  const [showsCustody, setShowsCustody] = useState(false);
  const acts = useActs(dossierId, evidence, form);
  const details = detailsOf(draft);
  return (
    <Card
      title={`E${evidence.number}`}
      footer={
        <>
          <Button
            tone="primary"
            isDisabled={isFrozen || details === undefined}
            onPress={() => details !== undefined && void acts.save(details)}
          >
            {text("evidence.save")}
          </Button>
          <Button
            icon={BookOpen}
            onPress={() => navigate({ view: "dossier", dossierId, page: "reading", evidenceId: evidence.id })}
          >
            {text("reading.read")}
          </Button>
          <Button isBusy={acts.isChecking} onPress={() => void acts.check()}>
            {text("evidence.check")}
          </Button>
          <Button onPress={() => setShowsCustody(true)}>{text("custody.title")}</Button>
          <Button onPress={() => setSaving(true)}>{text("evidence.saveCopy")}</Button>
          <Button tone="danger" isDisabled={isFrozen} onPress={() => setRemoving(true)}>
            {text("evidence.remove")}
          </Button>
        </>
      }
    >
      {evidence.integrity !== "intact" && (
        <Banner tone="error" title={text(`evidence.broken-${evidence.integrity}`)} isLive />
      )}
      {acts.problem !== undefined && <Banner tone="error" title={acts.problem} isLive />}
      <Facts evidence={evidence} />
      <EvidenceFields draft={draft} onChange={form.change} askedTypes={[]} />
      <StandingPart
        key={evidence.revision}
        dossierId={dossierId}
        evidence={evidence}
        others={others}
        isFrozen={isFrozen}
      />
      {showsCustody && <CustodyPart dossierId={dossierId} evidence={evidence} onClose={() => setShowsCustody(false)} />}
      {isSaving && <SaveCopy dossierId={dossierId} evidence={evidence} onClose={() => setSaving(false)} />}
      {isRemoving && (
        <ReauthDialog
          title={text("evidence.removeTitle", { number: evidence.number })}
          lead={text("evidence.removeText", { name: evidence.title || evidence.fileName })}
          confirmLabel={text("evidence.remove")}
          tone="danger"
          onConfirm={({ passphrase }) => host.evidence.remove({ dossierId, evidenceId: evidence.id, passphrase })}
          onDone={() => setRemoving(false)}
          onClose={() => setRemoving(false)}
        />
      )}
    </Card>
  );
}

function SaveCopy({
  dossierId,
  evidence,
  onClose,
}: Pick<EvidenceCardProps, "dossierId" | "evidence"> & { onClose: () => void }): ReactNode {
  const text = useText();
  return (
    <ExportDialog
      title={text("evidence.copyTitle", { number: evidence.number })}
      lead={text("evidence.copyLead")}
      confirmLabel={text("evidence.saveCopy")}
      onExport={(request) => host.evidence.saveCopy({ dossierId, evidenceId: evidence.id, ...request })}
      onDone={() => {
        notify({ tone: "success", text: text("evidence.copySaved") });
        onClose();
      }}
      onClose={onClose}
    />
  );
}

function Facts({ evidence }: { evidence: Evidence }): ReactNode {
  const text = useText();
  return (
    <DescriptionList
      items={[
        { id: "file", term: text("evidence.file"), value: <bdi>{evidence.fileName}</bdi> },
        { id: "size", term: text("evidence.size"), value: `${sizeText(evidence.sizeBytes)} · ${evidence.mediaType}` },
        { id: "hash", term: "SHA-256", value: <HashText value={evidence.sha256} /> },
        {
          id: "imported",
          term: text("evidence.imported"),
          value: (
            <>
              <DateText instantMs={evidence.importedAt} /> · <bdi>{evidence.importedBy}</bdi>
            </>
          ),
        },
        { id: "checked", term: text("evidence.checked"), value: <DateText instantMs={evidence.checkedAt} /> },
      ]}
    />
  );
}

interface Form {
  readonly draft: EvidenceDraft;
  /** The stored state the draft was begun on; what another window stores meanwhile makes it stale. */
  readonly baseRevision: number;
  change(part: Partial<EvidenceDraft>): void;
  /** Begins anew on what is stored now; what has been typed stays. */
  rebase(revision: number): void;
  /** Takes what has just been stored as the new start. */
  adopt(stored: Evidence): void;
}

/** What is typed about one piece. While nothing is typed, it follows what is stored; once something is, nothing overwrites it. */
function useForm(dossierId: DossierId, evidence: Evidence): Form {
  const [base, setBase] = useState(evidence);
  const [draft, setDraft] = useState<EvidenceDraft>(() => draftOf(evidence));
  const isTouched = JSON.stringify(draft) !== JSON.stringify(draftOf(base));
  if (evidence.revision !== base.revision && !isTouched) {
    setBase(evidence);
    setDraft(draftOf(evidence));
  }
  const kept = useFormDraft({
    dossierId,
    form: `evidence.${evidence.id}`,
    schema: KeptEvidence,
    value: draft,
    isTouched,
    onRestore: (restored) => setDraft((known) => ({ ...known, ...restored })),
  });
  return {
    draft,
    baseRevision: base.revision,
    change: (part) => setDraft((known) => ({ ...known, ...part })),
    adopt: (stored) => {
      kept.drop();
      setBase(stored);
    },
    rebase: (revision) => setBase((known) => ({ ...known, revision })),
  };
}

interface Acts {
  readonly problem: string | undefined;
  readonly isChecking: boolean;
  save(details: NonNullable<ReturnType<typeof detailsOf>>): Promise<void>;
  check(): Promise<void>;
}

function useActs(dossierId: DossierId, evidence: Evidence, form: Form): Acts {
  const text = useText();
  const [problem, setProblem] = useState<string>();
  const [isChecking, setChecking] = useState(false);
  const one = { dossierId, evidenceId: evidence.id };
  return {
    problem,
    isChecking,
    save: async (details) => {
      const changed = await host.evidence.change({ ...one, revision: form.baseRevision, details });
      setProblem(changed.ok ? undefined : faultText(text, changed.error));
      if (!changed.ok) {
        if (changed.error.code === "stale-revision") form.rebase((await latestOf(dossierId, evidence)).revision);
        return;
      }
      form.adopt(changed.value);
      replaceEvidence(changed.value);
      notify({ tone: "success", text: text("evidence.saved") });
    },
    check: async () => {
      setChecking(true);
      const checked = await host.evidence.check(one);
      setChecking(false);
      setProblem(checked.ok ? undefined : faultText(text, checked.error));
      if (!checked.ok) return;
      replaceEvidence(checked.value);
      if (checked.value.integrity === "intact") notify({ tone: "success", text: text("evidence.intact") });
    },
  };
}
