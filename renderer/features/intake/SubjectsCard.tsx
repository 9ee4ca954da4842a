import { Plus } from "lucide-react";
import { type ReactNode, useState } from "react";
import type { Dossier } from "../../../shared/domain/dossier.ts";
import { displayName, readingOf, type Subject } from "../../../shared/domain/party.ts";
import { host } from "../../host.ts";
import { ReauthDialog } from "../../parts/reauth/ReauthDialog.tsx";
import { adoptDossier } from "../../stores/dossier-store.ts";
import { useText } from "../../stores/text.ts";
import { Badge } from "../../ui/Badge.tsx";
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
      {leaving !== undefined && (
        <ReauthDialog
          title={text("intake.removeTitle", { name: displayName(leaving) })}
          lead={text("intake.removeText")}
          confirmLabel={text("intake.remove")}
          tone="danger"
          onConfirm={({ passphrase }) =>
            host.dossiers.removeSubject({ dossierId: dossier.id, subjectId: leaving.id, passphrase })
          }
          onDone={(removed) => {
            adoptDossier(removed);
            setLeaving(undefined);
          }}
          onClose={() => setLeaving(undefined)}
        />
      )}
    </Card>
  );
}
