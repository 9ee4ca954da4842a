import { type ReactNode, useState } from "react";
import type { Decision } from "../../../shared/domain/decision.ts";
import type { Dossier } from "../../../shared/domain/dossier.ts";
import { isSameUnit, type PersonView } from "../../../shared/domain/people.ts";
import { usePeople } from "../../stores/people-store.ts";
import { useCaseRights, useRights } from "../../stores/rights.ts";
import { navigate } from "../../stores/route-store.ts";
import { useText } from "../../stores/text.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Link } from "../../ui/Link.tsx";
import { NameText } from "../../ui/NameText.tsx";
import css from "./AnswerCard.module.css";
import { AnswerDialog, type AnswerKind } from "./AnswerDialog.tsx";
import { CommitteeDialog } from "./CommitteeDialog.tsx";

interface AnswerCardProps {
  readonly dossier: Dossier;
  readonly decision: Decision;
}

/** What a second person can say to a decision put forward; for everybody else, who has to say it. */
export function AnswerCard({ dossier, decision }: AnswerCardProps): ReactNode {
  const text = useText();
  const may = useCaseRights(dossier);
  const [asked, setAsked] = useState<AnswerKind | "committee">();
  const { proposedLatest, declared } = dossier.standing;
  const mayApprove = may("approve-decisions") && !proposedLatest;
  const mayRecord = may("record-committee") && !proposedLatest;
  const stop = (): void => setAsked(undefined);
  if (!mayApprove && !mayRecord) return <WhoAnswers dossier={dossier} decision={decision} />;
  return (
    <Card title={text("decision.answerTitle")} lead={text("decision.answerLead")}>
      {!declared && <p className={css["needs"]}>{text("decision.answerDeclare")}</p>}
      <div className={css["acts"]}>
        {mayApprove && (
          <>
            <Button tone="primary" isDisabled={!declared} onPress={() => setAsked("approve")}>
              {text("decision.approve")}
            </Button>
            <Button isDisabled={!declared} onPress={() => setAsked("return")}>
              {text("decision.return")}
            </Button>
          </>
        )}
        {mayRecord && (
          <Button
            tone={mayApprove ? "secondary" : "primary"}
            isDisabled={!declared}
            onPress={() => setAsked("committee")}
          >
            {text("decision.recordCommittee")}
          </Button>
        )}
        <Button tone="quiet" onPress={() => navigate({ view: "dossier", dossierId: dossier.id, page: "paper" })}>
          {text("decision.seePaper")}
        </Button>
      </div>
      {(asked === "approve" || asked === "return") && (
        <AnswerDialog dossier={dossier} decision={decision} kind={asked} onClose={stop} />
      )}
      {asked === "committee" && <CommitteeDialog dossier={dossier} decision={decision} onClose={stop} />}
    </Card>
  );
}

/** Says who has to answer, and what to do when nobody here can. */
function WhoAnswers({ dossier, decision }: AnswerCardProps): ReactNode {
  const text = useText();
  const { people } = usePeople();
  const { may } = useRights();
  const { proposedLatest } = dossier.standing;
  const able = (people ?? []).filter((person) => mayAnswer(person, { dossier, decision }));
  return (
    <Card title={text("decision.waitTitle")}>
      <p>{text(proposedLatest ? "decision.waitOwn" : "decision.waitOther")}</p>
      {people !== undefined && able.length === 0 && (
        <p>
          {text("decision.waitNobody")}{" "}
          {may("manage-people") && (
            <Link onPress={() => navigate({ view: "people" })}>{text("decision.toPeople")}</Link>
          )}
        </p>
      )}
      {able.length > 0 && (
        <ul className={css["able"]}>
          {able.map((person) => (
            <li key={person.id}>
              <NameText name={person.displayName} isClamped />
              <span className={css["role"]}>
                {text(person.roles.includes("approver") ? "people.role-approver" : "people.role-secretary")}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

/** Whether a person could answer this decision, as far as the list of people tells; ties they declared are their own. */
function mayAnswer(person: PersonView, { dossier, decision }: AnswerCardProps): boolean {
  if (person.revokedAt !== null || !person.hasKey || person.id === decision.proposedBy) return false;
  const isApprover = person.roles.includes("approver") && !isSameUnit(person.unit, dossier.hostUnit);
  return isApprover || person.roles.includes("secretary");
}
