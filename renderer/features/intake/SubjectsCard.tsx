import { Plus } from "lucide-react";
import { type ReactNode, useState } from "react";
import type { Fault } from "../../../shared/contract/channel.ts";
import type { Dossier } from "../../../shared/domain/dossier.ts";
import { displayName, readingOf, type Subject } from "../../../shared/domain/party.ts";
import { host } from "../../host.ts";
import { adoptDossier } from "../../stores/dossier-store.ts";
import { faultText, useText } from "../../stores/text.ts";
import { AlertDialog } from "../../ui/AlertDialog.tsx";
import { Badge } from "../../ui/Badge.tsx";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { NameText } from "../../ui/NameText.tsx";
import { NewSubjectDialog } from "./NewSubjectDialog.tsx";
import { SubjectForm } from "./SubjectForm.tsx";

interface SubjectsCardProps {
  readonly dossier: Dossier;
  readonly isReadOnly: boolean;
}

/** Whom the case is about, with every name they go by. The first is the principal and stays. */
export function SubjectsCard({ dossier, isReadOnly }: SubjectsCardProps): ReactNode {
  const text = useText();
  const [isAdding, setAdding] = useState(false);
  const [leaving, setLeaving] = useState<Subject>();
  const [fault, setFault] = useState<Fault>();
  const remove = async (subject: Subject): Promise<void> => {
    setLeaving(undefined);
    const removed = await host.dossiers.removeSubject({ dossierId: dossier.id, subjectId: subject.id });
    if (removed.ok) adoptDossier(removed.value);
    setFault(removed.ok ? undefined : removed.error);
  };
  return (
    <Card
      title={text("intake.subjects")}
      lead={text("intake.subjectsLead")}
      actions={
        isReadOnly ? undefined : (
          <Button size="small" icon={Plus} onPress={() => setAdding(true)}>
            {text("intake.addSubject")}
          </Button>
        )
      }
    >
      {fault !== undefined && <Banner tone="error" title={faultText(text, fault)} isLive />}
      {dossier.subjects.length === 0 && (
        <EmptyState level={3} title={text("intake.noSubjects")}>
          {text("intake.noSubjectsText")}
        </EmptyState>
      )}
      <div>
        {dossier.subjects.map((subject, index) => (
          <Disclosure
            key={subject.id}
            isOpenAtFirst={index === 0}
            title={<NameText name={displayName(subject)} reading={readingOf(subject)} isClamped />}
            summary={<Badge>{text(`intake.role-${subject.role}`)}</Badge>}
          >
            <SubjectForm
              dossier={dossier}
              subject={subject}
              isReadOnly={isReadOnly}
              onRemove={index === 0 ? undefined : () => setLeaving(subject)}
            />
          </Disclosure>
        ))}
      </div>
      <NewSubjectDialog
        dossier={dossier}
        isOpen={isAdding}
        onClose={() => setAdding(false)}
        onRestored={() => setAdding(true)}
      />
      <AlertDialog
        title={text("intake.removeTitle", { name: leaving === undefined ? "" : displayName(leaving) })}
        isOpen={leaving !== undefined}
        confirmLabel={text("intake.remove")}
        onConfirm={() => leaving !== undefined && void remove(leaving)}
        onCancel={() => setLeaving(undefined)}
      >
        {text("intake.removeText")}
      </AlertDialog>
    </Card>
  );
}
