import type { ReactNode } from "react";
import type { Dossier } from "../../../shared/domain/dossier.ts";
import type { ItemId } from "../../../shared/domain/ids.ts";
import { host } from "../../host.ts";
import { useContent } from "../../stores/content-store.ts";
import { notify } from "../../stores/notice-store.ts";
import { useMayWork } from "../../stores/rights.ts";
import { navigate } from "../../stores/route-store.ts";
import { faultText, usePick, useText } from "../../stores/text.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Checkbox } from "../../ui/Checkbox.tsx";
import { DescriptionList } from "../../ui/DescriptionList.tsx";
import type { CaseTemplate } from "./case-sheets.ts";
import css from "./questionnaire.module.css";

interface AnswersCardProps {
  readonly dossier: Dossier;
  readonly template: CaseTemplate;
  readonly onChange: () => void;
}

/** What a move to another version left to a person: answers to look at again, and answers that are asked no more. */
export function AnswersCard(props: AnswersCardProps): ReactNode {
  const { upgrades, unasked } = props.template;
  return (
    <>
      {(upgrades[0]?.lookAgain.length ?? 0) > 0 && <LookAgain {...props} />}
      {unasked.length > 0 && <Unasked {...props} />}
    </>
  );
}

function LookAgain({ dossier, template, onChange }: AnswersCardProps): ReactNode {
  const text = useText();
  const mayWork = useMayWork(dossier);
  const dossierId = dossier.id;
  const [latest] = template.upgrades;
  async function tick(itemId: ItemId, seen: boolean): Promise<void> {
    const done = await host.templates.lookedAgain({ dossierId, itemId, seen });
    if (!done.ok) notify({ tone: "error", text: faultText(text, done.error) });
    onChange();
  }
  return (
    <Card title={text("questionnaire.lookAgain")} lead={text("questionnaire.lookAgainLead")}>
      <ul className={css["list"]}>
        {latest?.lookAgain.map((itemId) => (
          <li key={itemId} className={css["line"]}>
            <Checkbox
              isSelected={latest.seen.includes(itemId)}
              isDisabled={!mayWork}
              onChange={(seen) => void tick(itemId, seen)}
            >
              {itemId} {text("questionnaire.seen")}
            </Checkbox>
            <Button
              size="small"
              tone="quiet"
              onPress={() => navigate({ view: "dossier", dossierId, page: "checklist", itemId })}
            >
              {text("questionnaire.open")} {itemId}
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  );
}

const fields = ["fact", "explanation", "assessment", "reason"] as const;

function Unasked({ template }: AnswersCardProps): ReactNode {
  const text = useText();
  const pick = usePick();
  const { vocabulary } = useContent();
  const names = [...vocabulary.answersRisk, ...vocabulary.answersSelfCheck];
  return (
    <Card title={text("questionnaire.unasked")} lead={text("questionnaire.unaskedLead")}>
      {template.unasked.map(({ answer, question }) => {
        const name = names.find((one) => one.id === answer.answer)?.name;
        return (
          <section key={answer.itemId}>
            <h3 className={css["title"]}>
              {answer.itemId} {question === null ? "" : pick(question)}
            </h3>
            <p>{name === undefined ? answer.answer : pick(name)}</p>
            <DescriptionList
              items={fields
                .filter((field) => answer[field].trim() !== "")
                .map((field) => ({
                  id: field,
                  term: text(`questionnaire.${field}`),
                  value: <span className={css["text"]}>{answer[field]}</span>,
                }))}
            />
          </section>
        );
      })}
    </Card>
  );
}
