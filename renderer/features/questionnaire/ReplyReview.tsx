import { type ReactNode, useState } from "react";
import type { Dossier } from "../../../shared/domain/dossier.ts";
import type { ReplyDifference, ReplyPreview, ReplyTake } from "../../../shared/domain/questionnaire.ts";
import { host } from "../../host.ts";
import { notify } from "../../stores/notice-store.ts";
import { faultText, useText } from "../../stores/text.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { ChoiceGroup } from "../../ui/ChoiceGroup.tsx";
import { Page } from "../../ui/Page.tsx";
import css from "./questionnaire.module.css";

interface ReplyReviewProps {
  readonly dossier: Dossier;
  readonly preview: ReplyPreview;
  readonly onEnd: () => void;
}

type Choices = Readonly<Record<string, ReplyTake | null>>;

const keyOf = (one: Pick<ReplyDifference, "itemId" | "field">): string => `${one.itemId} ${one.field}`;

/** A reply beside what the case holds, field by field; nothing changes before the choices are taken over. */
export function ReplyReview({ dossier, preview, onEnd }: ReplyReviewProps): ReactNode {
  const text = useText();
  const { differences, remarks, importId } = preview;
  const shown = differences.filter((one) => one.state !== "same");
  const [choices, setChoices] = useState<Choices>(Object.fromEntries(shown.map((one) => [keyOf(one), one.suggested])));
  const [problem, setProblem] = useState<string>();
  const undecided = Object.values(choices).filter((take) => take === null).length;
  const taken = Object.values(choices).filter((take) => take === "replace" || take === "append").length;
  const dossierId = dossier.id;
  async function merge(): Promise<void> {
    const merged = await host.questionnaires.merge({
      dossierId,
      importId,
      choices: shown.map(({ itemId, field }) => ({ itemId, field, take: choices[keyOf({ itemId, field })] ?? "skip" })),
    });
    if (!merged.ok) return setProblem(faultText(text, merged.error));
    const { reply } = merged.value;
    notify({
      tone: "success",
      text: text("questionnaire.merged", { count: reply.merged.length }),
      undo: async () => void (await host.questionnaires.undo({ dossierId, replyId: reply.id })),
    });
    onEnd();
  }
  const leave = (): void => {
    void host.questionnaires.dropImport({ importId });
    onEnd();
  };
  return (
    <Page
      title={text("questionnaire.review")}
      lead={text("questionnaire.reviewLead", { recipient: preview.recipient })}
      above={<bdi>{preview.fileName}</bdi>}
      width="wide"
      bar={
        <>
          <Button tone="primary" isDisabled={undecided > 0} onPress={() => void merge()}>
            {taken === 0 ? text("questionnaire.mergeNone") : text("questionnaire.merge", { count: taken })}
          </Button>
          <Button onPress={leave}>{text("common.cancel")}</Button>
          {undecided > 0 && <span>{text("questionnaire.undecided", { count: undecided })}</span>}
        </>
      }
    >
      {problem !== undefined && <Banner tone="error" title={problem} isLive />}
      {preview.isOtherVersion && <Banner tone="warning" title={text("questionnaire.otherVersion")} />}
      {preview.isRepeated && <Banner tone="warning" title={text("questionnaire.repeated")} />}
      {preview.empty > 0 && <p>{text("questionnaire.empty", { count: preview.empty })}</p>}
      {shown.length === 0 && <Banner title={text("questionnaire.nothing")} />}
      {shown.map((one) => (
        <Difference
          key={keyOf(one)}
          one={one}
          take={choices[keyOf(one)] ?? undefined}
          onTake={(take) => setChoices((now) => ({ ...now, [keyOf(one)]: take }))}
        />
      ))}
      {remarks.length > 0 && <Remarks remarks={remarks} />}
    </Page>
  );
}

interface DifferenceProps {
  readonly one: ReplyDifference;
  readonly take: ReplyTake | undefined;
  readonly onTake: (take: ReplyTake) => void;
}

function Difference({ one, take, onTake }: DifferenceProps): ReactNode {
  const text = useText();
  const field = text(`questionnaire.${one.field}`);
  const isConflict = one.state === "conflict";
  const sides = [...(isConflict ? (["asked"] as const) : []), "now" as const, "reply" as const];
  return (
    <Card title={`${one.itemId} ${field}`} lead={one.question}>
      <p className={css["line"]}>
        <Badge tone={isConflict ? "warning" : "neutral"}>{text(`questionnaire.state-${one.state}`)}</Badge>
      </p>
      <div className={css["sides"]}>
        {sides.map((side) => (
          <div key={side}>
            <span className={css["soft"]}>{text(`questionnaire.${side}`)}</span>
            <p className={css["text"]}>{one[side] === "" ? text("templates.nothingWritten") : one[side]}</p>
          </div>
        ))}
      </div>
      <ChoiceGroup
        label={text("questionnaire.takeLabel", { item: one.itemId, field })}
        layout="row"
        value={take}
        onChange={onTake}
        choices={[
          { value: "replace", label: text("questionnaire.takeReplace") },
          ...(one.now.trim() === "" ? [] : [{ value: "append" as const, label: text("questionnaire.takeAppend") }]),
          { value: "skip", label: text("questionnaire.takeSkip") },
        ]}
      />
    </Card>
  );
}

function Remarks({ remarks }: { remarks: ReplyPreview["remarks"] }): ReactNode {
  const text = useText();
  return (
    <Card title={text("questionnaire.remarks")}>
      <ul>
        {remarks.map((one) => (
          <li key={`${one.code} ${one.itemId} ${one.row}`}>
            {text(`questionnaire.remark-${one.code}`, { item: one.itemId, row: one.row ?? 0 })}
            {one.text !== "" && <p className={css["text"]}>{one.text}</p>}
          </li>
        ))}
      </ul>
    </Card>
  );
}
