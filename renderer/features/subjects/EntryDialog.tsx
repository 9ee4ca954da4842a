import type { ReactNode } from "react";
import type { Dossier } from "../../../shared/domain/dossier.ts";
import { SubjectId } from "../../../shared/domain/ids.ts";
import { displayName } from "../../../shared/domain/party.ts";
import {
  blankEntry,
  Engagement,
  EntryKind,
  type EntryTextField,
  entryFields,
  leadField,
  type ProfileEntry,
} from "../../../shared/domain/profile/entry.ts";
import { isTextKey } from "../../../shared/strings/text.ts";
import { useText } from "../../stores/text.ts";
import { useDateStyle } from "../../ui/calendar-style.ts";
import { Select } from "../../ui/Select.tsx";
import { TextArea } from "../../ui/TextArea.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { FactDialog, useFactForm } from "./FactDialog.tsx";
import { FactFields, ShareFields } from "./FactFields.tsx";
import { EntryDraft, entryDraft, entryOf } from "./fact-draft.ts";
import { type Profile, removeEntry, saveEntry } from "./profile-store.ts";
import css from "./subjects.module.css";

interface EntryDialogProps {
  readonly dossier: Dossier;
  readonly profile: Profile;
  readonly subjectId: SubjectId;
  /** The entry to change; left out for a new one. */
  readonly entry: ProfileEntry | undefined;
  readonly onClose: () => void;
}

/** One entry of a profile, new or known. Enter in any line saves it. */
export function EntryDialog({ dossier, profile, subjectId, entry, onClose }: EntryDialogProps): ReactNode {
  const text = useText();
  const style = useDateStyle();
  const form = useFactForm({
    dossierId: dossier.id,
    form: `profile-entry.${entry?.id ?? "new"}`,
    schema: EntryDraft,
    first: () => entryDraft(entry ?? blankEntry(subjectId, "post"), style),
    store: (draft) => {
      const input = entryOf(draft);
      return input === undefined ? undefined : saveEntry(dossier.id, input, entry);
    },
    saved: "subjects.entrySaved",
    onClose,
  });
  const { draft, change, isSent, send } = form;
  return (
    <FactDialog
      title={text(entry === undefined ? "subjects.addEntry" : "subjects.editEntry")}
      form={form}
      removal={entry && { label: text("subjects.removeEntry"), remove: () => removeEntry(dossier.id, entry) }}
    >
      <Which dossier={dossier} draft={draft} onChange={change} />
      <KindFields draft={draft} onChange={change} isSent={isSent} onEnter={send} />
      <FactFields draft={draft} onChange={change} evidence={profile.evidence} isSent={isSent} onEnter={send} />
    </FactDialog>
  );
}

interface PartProps {
  readonly draft: EntryDraft;
  readonly onChange: (patch: Partial<EntryDraft>) => void;
}

function Which({ dossier, draft, onChange }: PartProps & { readonly dossier: Dossier }): ReactNode {
  const text = useText();
  return (
    <div className={css["pair"]}>
      <Select
        label={text("subjects.entryKind")}
        placeholder={text("subjects.choose")}
        options={EntryKind.options.map((value) => ({ value, label: text(`subjects.entry-${value}`) }))}
        value={draft.kind}
        onChange={(kind) => onChange({ kind })}
        autoFocus
      />
      <Select
        label={text("subjects.subject")}
        placeholder={text("subjects.choose")}
        options={dossier.subjects.map((one) => ({ value: String(one.id), label: displayName(one) }))}
        value={String(draft.subjectId)}
        onChange={(id) => onChange({ subjectId: SubjectId.parse(id) })}
      />
    </div>
  );
}

const limits: Readonly<Record<EntryTextField, number>> = {
  title: 1_000,
  organisation: 400,
  unit: 400,
  people: 4_000,
  number: 200,
  amount: 100,
};

interface KindFieldsProps extends PartProps {
  readonly isSent: boolean;
  readonly onEnter: () => void;
}

function KindFields({ draft, onChange, isSent, onEnter }: KindFieldsProps): ReactNode {
  const text = useText();
  const isMissing = isSent && draft[leadField(draft.kind)].trim() === "";
  return (
    <>
      {entryFields[draft.kind].map((field) => {
        const key = `subjects.field-${draft.kind}-${field}`;
        if (!isTextKey(key)) return null;
        const shared = {
          label: text(key),
          value: draft[field],
          onChange: (value: string) => onChange({ [field]: value }),
        };
        if (field === "people") return <TextArea key={field} {...shared} rows={2} />;
        return (
          <TextField
            key={field}
            {...shared}
            onEnter={onEnter}
            maxLength={limits[field]}
            isName={field === "organisation"}
            error={isMissing && field === leadField(draft.kind) ? text("subjects.needed") : undefined}
          />
        );
      })}
      {draft.kind === "post" && (
        <Select
          label={text("subjects.engagement")}
          placeholder={text("subjects.choose")}
          options={Engagement.options.map((value) => ({ value, label: text(`subjects.engagement-${value}`) }))}
          value={draft.engagement}
          onChange={(engagement) => onChange({ engagement })}
        />
      )}
      {draft.kind === "holding" && <ShareFields draft={draft} onChange={onChange} onEnter={onEnter} />}
    </>
  );
}
