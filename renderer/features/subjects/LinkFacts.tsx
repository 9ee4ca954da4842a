import { type ReactNode, useState } from "react";
import type { Dossier } from "../../../shared/domain/dossier.ts";
import type { SubjectLink } from "../../../shared/domain/profile/link.ts";
import { writePeriod } from "../../../shared/domain/profile/period-text.ts";
import { useText } from "../../stores/text.ts";
import { Button } from "../../ui/Button.tsx";
import { useDateStyle } from "../../ui/calendar-style.ts";
import { DescriptionList } from "../../ui/DescriptionList.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { LinkDialog } from "./LinkDialog.tsx";
import type { Profile } from "./profile-store.ts";
import { linkWords, subjectName, useCanWrite } from "./RecordTab.tsx";
import { SourceText } from "./SourceText.tsx";
import css from "./subjects.module.css";

interface LinkFactsProps {
  readonly dossier: Dossier;
  readonly profile: Profile;
  readonly link: SubjectLink;
  readonly onClose: () => void;
}

/** What one tie states and where it is known from. */
export function LinkFacts({ dossier, profile, link, onClose }: LinkFactsProps): ReactNode {
  const text = useText();
  const style = useDateStyle();
  const canWrite = useCanWrite(dossier);
  const [isEditing, setEditing] = useState(false);
  if (isEditing) return <LinkDialog dossier={dossier} profile={profile} link={link} onClose={onClose} />;
  const names = { from: subjectName(dossier, link.from), to: subjectName(dossier, link.to) };
  return (
    <Dialog
      title={text("subjects.links")}
      isOpen
      onClose={onClose}
      isDismissable
      actions={
        canWrite && (
          <Button tone="secondary" onPress={() => setEditing(true)}>
            {text("subjects.editLink")}
          </Button>
        )
      }
    >
      <p className={css["sentence"]}>{text(`subjects.says-${link.kind}`, names)}</p>
      <DescriptionList
        items={[
          { id: "linkKind", term: text("subjects.linkKind"), value: linkWords(text, link) },
          {
            id: "dates",
            term: text("subjects.dates"),
            value: writePeriod(link.period, style) || text("subjects.undated"),
          },
          { id: "certainty", term: text("subjects.certainty"), value: text(`subjects.certainty-${link.certainty}`) },
          {
            id: "source",
            term: text("subjects.source"),
            value: <SourceText dossierId={dossier.id} source={link.source} evidence={profile.evidence} />,
          },
          ...(link.note === "" ? [] : [{ id: "note", term: text("subjects.note"), value: link.note }]),
        ]}
      />
    </Dialog>
  );
}
