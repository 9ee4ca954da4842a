import { ArrowDown, Check, Minus } from "lucide-react";
import type { ReactNode } from "react";
import type { DecisionRow } from "../../../shared/domain/content/scoring-policy.ts";
import type { Advice, LeafResult, RowResult } from "../../../shared/domain/risk/assessment.ts";
import { leafSentence, stepSentence } from "../../../shared/strings/risk-sentences.ts";
import { useContent } from "../../stores/content-store.ts";
import { useSpeaker } from "../../stores/speaker.ts";
import { usePick, useText } from "../../stores/text.ts";
import { classNames } from "../../ui/class-names.ts";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { Icon } from "../../ui/Icon.tsx";
import css from "./DecisionTable.module.css";

/** The decision table as it was read: the rows that failed, the one that holds, and what each looked at. */
export function DecisionTable({ advice }: { advice: Advice }): ReactNode {
  const text = useText();
  const pick = usePick();
  const speaker = useSpeaker();
  const { scoring } = useContent();
  const held = scoring.decisionTable.find((row) => row.id === advice.row);
  const unread = scoring.decisionTable.length - advice.rows.length;
  const title = held === undefined ? text("assessment.whyFallback") : text("assessment.whyRow", { row: held.id });
  return (
    <Disclosure title={`${text("assessment.why")} — ${title}`}>
      <p className={css["conclusion"]}>{pick(held?.text ?? scoring.decisionFallback.text)}</p>
      <p className={css["hint"]}>{text("assessment.tableHint")}</p>
      <ol className={css["rows"]}>
        {advice.rows.map((result) => (
          <Row key={result.row} result={result} rule={scoring.decisionTable.find((row) => row.id === result.row)} />
        ))}
      </ol>
      {unread > 0 && held !== undefined && (
        <p className={css["unread"]}>
          <Icon shape={ArrowDown} size="small" />
          {text("assessment.rowsNotRead", { count: unread })}
        </p>
      )}
      {advice.steps.map((step) => (
        <p key={step.code} className={css["step"]}>
          {stepSentence(speaker, step)}
        </p>
      ))}
    </Disclosure>
  );
}

function Row({ result, rule }: { result: RowResult; rule: DecisionRow | undefined }): ReactNode {
  const text = useText();
  const pick = usePick();
  const { nameOf } = useSpeaker();
  return (
    <li className={classNames(css["row"], result.holds && css["holds"])}>
      <p className={css["rowHead"]}>
        <span className={css["rowId"]}>{result.row}</span>
        <span className={css["rowText"]}>{rule === undefined ? "" : pick(rule.text)}</span>
        {rule !== undefined && <span className={css["outcome"]}>{nameOf("recommendation", rule.recommend)}</span>}
        <span className={css["result"]}>
          <Icon shape={result.holds ? Check : Minus} size="small" />
          {text(result.holds ? "risk.holds" : "risk.fails")}
        </span>
      </p>
      <ul className={css["leaves"]}>
        {result.leaves.map((leaf) => (
          <Leaf key={`${leaf.subject} ${leaf.op} ${leaf.expected.join()}`} leaf={leaf} />
        ))}
      </ul>
    </li>
  );
}

function Leaf({ leaf }: { leaf: LeafResult }): ReactNode {
  const text = useText();
  const speaker = useSpeaker();
  const { subject, finding } = leafSentence(speaker, leaf);
  return (
    <li className={css["leaf"]}>
      <Icon shape={leaf.holds ? Check : Minus} size="small" label={text(leaf.holds ? "risk.holds" : "risk.fails")} />
      <span>{text("assessment.leaf", { subject, finding })}</span>
    </li>
  );
}
