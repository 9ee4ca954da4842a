import { type ReactNode, useState } from "react";
import { z } from "zod";
import type { Fault } from "../../../shared/contract/channel.ts";
import type { Dossier } from "../../../shared/domain/dossier.ts";
import type { DossierId } from "../../../shared/domain/ids.ts";
import { SubjectInput, SubjectKind, SubjectRole } from "../../../shared/domain/party.ts";
import { textLimits } from "../../../shared/domain/text.ts";
import { host } from "../../host.ts";
import { adoptDossier } from "../../stores/dossier-store.ts";
import { type FormDraft, useFormDraft } from "../../stores/form-draft.ts";
import { faultText, useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { ChoiceGroup } from "../../ui/ChoiceGroup.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Select } from "../../ui/Select.tsx";
import { TextField } from "../../ui/TextField.tsx";
import css from "./intake.module.css";

interface NewSubjectDialogProps {
  readonly dossier: Dossier;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** What was begun before a lock is back; the dialog wants to be open. */
  readonly onRestored: () => void;
}

const NewSubject = z.object({ kind: SubjectKind, role: SubjectRole, name: z.string(), reading: z.string() });
type NewSubject = Readonly<z.infer<typeof NewSubject>>;

const empty: NewSubject = { kind: "organisation", role: "employer", name: "", reading: "" };

/** Adds a subject with its first name; the rest is filled in on the page. */
export function NewSubjectDialog({ dossier, isOpen, onClose, onRestored }: NewSubjectDialogProps): ReactNode {
  const text = useText();
  const { draft, setDraft, kept } = useNewSubject(dossier.id, onRestored);
  const [fault, setFault] = useState<Fault>();
  const [isBusy, setBusy] = useState(false);
  const subject = subjectOf(draft);
  const add = async (): Promise<void> => {
    if (subject === undefined || isBusy) return;
    setBusy(true);
    const added = await host.dossiers.addSubject({ dossierId: dossier.id, subject });
    setBusy(false);
    setFault(added.ok ? undefined : added.error);
    if (!added.ok) return;
    adoptDossier(added.value);
    kept.drop();
    setDraft(empty);
    onClose();
  };
  return (
    <Dialog
      title={text("intake.addSubject")}
      isOpen={isOpen}
      onClose={() => {
        // Put aside by the person, it does not come back by itself.
        kept.drop();
        onClose();
      }}
      actions={
        <Button tone="primary" onPress={() => void add()} isBusy={isBusy} isDisabled={subject === undefined}>
          {text("intake.add")}
        </Button>
      }
    >
      <div className={css["subject"]}>
        {fault !== undefined && <Banner tone="error" title={faultText(text, fault)} isLive />}
        <ChoiceGroup
          label={text("intake.kind")}
          layout="row"
          choices={SubjectKind.options.map((kind) => ({ value: kind, label: text(`intake.kind-${kind}`) }))}
          value={draft.kind}
          onChange={(kind) => setDraft({ ...draft, kind })}
        />
        <Select
          label={text("intake.role")}
          placeholder={text("intake.choose")}
          options={SubjectRole.options.map((role) => ({ value: role, label: text(`intake.role-${role}`) }))}
          value={draft.role}
          onChange={(role) => setDraft({ ...draft, role })}
        />
        <TextField
          label={text("intake.name-primary")}
          necessity="required"
          isName
          value={draft.name}
          onChange={(name) => setDraft({ ...draft, name })}
          onEnter={() => void add()}
          maxLength={textLimits.name}
        />
        <TextField
          label={text("intake.name-reading")}
          isName
          value={draft.reading}
          onChange={(reading) => setDraft({ ...draft, reading })}
          onEnter={() => void add()}
          maxLength={textLimits.name}
        />
      </div>
    </Dialog>
  );
}

function useNewSubject(
  dossierId: DossierId,
  onRestored: () => void,
): { readonly draft: NewSubject; readonly setDraft: (draft: NewSubject) => void; readonly kept: FormDraft } {
  const [draft, setDraft] = useState(empty);
  const kept = useFormDraft({
    dossierId,
    form: "new-subject",
    schema: NewSubject,
    value: draft,
    isTouched: draft !== empty,
    onRestore: (restored) => {
      setDraft(restored);
      onRestored();
    },
  });
  return { draft, setDraft, kept };
}

function subjectOf({ kind, role, name, reading }: NewSubject): SubjectInput | undefined {
  if (name.trim() === "") return undefined;
  const names = [
    { kind: "primary", text: name },
    { kind: "reading", text: reading },
  ].filter((one) => one.text.trim() !== "");
  const parsed = SubjectInput.safeParse({ kind, role, names, country: "", identifiers: [], note: "" });
  return parsed.success ? parsed.data : undefined;
}
