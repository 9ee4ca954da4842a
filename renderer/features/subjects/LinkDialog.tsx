import { ArrowLeftRight } from "lucide-react";
import type { ReactNode } from "react";
import type { Dossier } from "../../../shared/domain/dossier.ts";
import { SubjectId } from "../../../shared/domain/ids.ts";
import { displayName } from "../../../shared/domain/party.ts";
import { canLink, LinkKind, type SubjectLink } from "../../../shared/domain/profile/link.ts";
import { textLimits } from "../../../shared/domain/text.ts";
import { useText } from "../../stores/text.ts";
import { Button } from "../../ui/Button.tsx";
import { useDateStyle } from "../../ui/calendar-style.ts";
import { Select } from "../../ui/Select.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { FactDialog, useFactForm } from "./FactDialog.tsx";
import { FactFields, ShareFields } from "./FactFields.tsx";
import { LinkDraft, linkDraft, linkOf } from "./fact-draft.ts";
import { type Profile, removeLink, saveLink } from "./profile-store.ts";
import css from "./subjects.module.css";

interface LinkDialogProps {
  readonly dossier: Dossier;
  readonly profile: Profile;
  /** The tie to change; left out for a new one. */
  readonly link: SubjectLink | undefined;
  readonly onClose: () => void;
}

function blankLink(dossier: Dossier): LinkDraft {
  const [one, two] = dossier.subjects;
  return {
    kind: one !== undefined && two !== undefined && canLink("employment", one.kind, two.kind) ? "employment" : "other",
    from: SubjectId.parse(one?.id),
    to: SubjectId.parse(two?.id),
    role: "",
    dates: "",
    share: "",
    directness: null,
    certainty: "likely",
    evidenceId: null,
    sourceText: "",
    note: "",
  };
}

/** One tie between two subjects, new or known; the sentence above says what it states. Needs two subjects. */
export function LinkDialog({ dossier, profile, link, onClose }: LinkDialogProps): ReactNode {
  const text = useText();
  const style = useDateStyle();
  const form = useFactForm({
    dossierId: dossier.id,
    form: `subject-link.${link?.id ?? "new"}`,
    schema: LinkDraft,
    first: () => (link === undefined ? blankLink(dossier) : linkDraft(link, style)),
    store: (draft) => {
      const input = isPossible(dossier, draft) ? linkOf(draft) : undefined;
      return input === undefined ? undefined : saveLink(dossier.id, input, link);
    },
    saved: "subjects.linkSaved",
    onClose,
  });
  const { draft, change, isSent, send } = form;
  return (
    <FactDialog
      title={text(link === undefined ? "subjects.addLink" : "subjects.editLink")}
      form={form}
      removal={link && { label: text("subjects.removeLink"), remove: () => removeLink(dossier.id, link) }}
    >
      <Sides dossier={dossier} draft={draft} onChange={change} />
      <TextField
        label={text("subjects.linkRole")}
        help={text("subjects.linkRoleHelp")}
        value={draft.role}
        onChange={(role) => change({ role })}
        onEnter={send}
        maxLength={textLimits.name}
      />
      {draft.kind === "ownership" && <ShareFields draft={draft} onChange={change} onEnter={send} />}
      <FactFields draft={draft} onChange={change} evidence={profile.evidence} isSent={isSent} onEnter={send} />
    </FactDialog>
  );
}

function isPossible(dossier: Dossier, { kind, from, to }: LinkDraft): boolean {
  const [one, two] = [from, to].map((id) => dossier.subjects.find((subject) => subject.id === id));
  return one !== undefined && two !== undefined && from !== to && canLink(kind, one.kind, two.kind);
}

interface SidesProps {
  readonly dossier: Dossier;
  readonly draft: LinkDraft;
  readonly onChange: (patch: Partial<LinkDraft>) => void;
}

function Sides({ dossier, draft, onChange }: SidesProps): ReactNode {
  const text = useText();
  const options = dossier.subjects.map((one) => ({ value: String(one.id), label: displayName(one) }));
  const nameOf = (id: string): string => options.find((one) => one.value === id)?.label ?? "";
  const isWrong = !isPossible(dossier, draft);
  return (
    <>
      <Select
        label={text("subjects.linkKind")}
        placeholder={text("subjects.choose")}
        options={LinkKind.options.map((value) => ({ value, label: text(`subjects.link-${value}`) }))}
        value={draft.kind}
        onChange={(kind) => onChange({ kind })}
        autoFocus
        error={isWrong ? text("subjects.linkImpossible") : undefined}
      />
      <div className={css["sides"]}>
        <Select
          label={text("subjects.linkFrom")}
          placeholder={text("subjects.choose")}
          options={options}
          value={String(draft.from)}
          onChange={(id) => onChange({ from: SubjectId.parse(id) })}
        />
        <Button
          icon={ArrowLeftRight}
          tone="quiet"
          size="small"
          onPress={() => onChange({ from: draft.to, to: draft.from })}
        >
          {text("subjects.swap")}
        </Button>
        <Select
          label={text("subjects.linkTo")}
          placeholder={text("subjects.choose")}
          options={options}
          value={String(draft.to)}
          onChange={(id) => onChange({ to: SubjectId.parse(id) })}
        />
      </div>
      {!isWrong && (
        <p className={css["sentence"]}>
          {text(`subjects.says-${draft.kind}`, { from: nameOf(draft.from), to: nameOf(draft.to) })}
        </p>
      )}
    </>
  );
}
