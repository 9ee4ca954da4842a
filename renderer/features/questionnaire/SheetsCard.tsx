import { FileDown, FileUp } from "lucide-react";
import { type ReactNode, useState } from "react";
import type { Template } from "../../../shared/domain/content/template.ts";
import type { Dossier } from "../../../shared/domain/dossier.ts";
import type { QuestionnaireReply, ReplyPreview } from "../../../shared/domain/questionnaire.ts";
import { host } from "../../host.ts";
import { notify } from "../../stores/notice-store.ts";
import { useMayWork } from "../../stores/rights.ts";
import { faultText, useText } from "../../stores/text.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { DateText } from "../../ui/DateText.tsx";
import type { Sheets } from "./case-sheets.ts";
import { NewSheet } from "./NewSheet.tsx";
import css from "./questionnaire.module.css";

interface SheetsCardProps {
  readonly dossier: Dossier;
  readonly template: Template;
  readonly sheets: Sheets;
  readonly onReply: (preview: ReplyPreview) => void;
  readonly onChange: () => void;
}

/** Questionnaires sent out and the replies to them. */
export function SheetsCard({ dossier, template, sheets, onReply, onChange }: SheetsCardProps): ReactNode {
  const text = useText();
  const mayWork = useMayWork(dossier);
  const [isWriting, setWriting] = useState(false);
  const [isReading, setReading] = useState(false);
  const [problem, setProblem] = useState<string>();
  async function take(): Promise<void> {
    setProblem(undefined);
    setReading(true);
    const begun = await host.questionnaires.beginImport({ dossierId: dossier.id });
    setReading(false);
    if (begun.ok) onReply(begun.value);
    else if (begun.error.code !== "cancelled") setProblem(faultText(text, begun.error));
  }
  return (
    <Card
      title={text("questionnaire.sheets")}
      lead={text("questionnaire.sheetsLead")}
      actions={
        mayWork && (
          <>
            <Button icon={FileUp} isDisabled={isReading} onPress={() => void take()}>
              {text("questionnaire.take")}
            </Button>
            <Button tone="primary" icon={FileDown} onPress={() => setWriting(true)}>
              {text("questionnaire.new")}
            </Button>
          </>
        )
      }
    >
      {problem !== undefined && <Banner tone="error" title={problem} isLive />}
      {sheets.questionnaires.length === 0 && <p>{text("questionnaire.noSheets")}</p>}
      <ul className={css["list"]}>
        {sheets.questionnaires.map((one) => (
          <li key={one.id} className={css["line"]}>
            <strong>{text("questionnaire.sentTo", { recipient: one.recipient, count: one.itemIds.length })}</strong>
            <DateText instantMs={one.exportedAt} />
            <span>{one.exportedBy}</span>
          </li>
        ))}
      </ul>
      {sheets.replies.length > 0 && (
        <>
          <h3 className={css["title"]}>{text("questionnaire.replies")}</h3>
          <ul className={css["list"]}>
            {sheets.replies.map((reply) => (
              <Reply
                key={reply.id}
                reply={reply}
                recipient={sheets.questionnaires.find((one) => one.id === reply.questionnaireId)?.recipient ?? ""}
                dossier={dossier}
                onChange={onChange}
              />
            ))}
          </ul>
        </>
      )}
      {isWriting && (
        <NewSheet
          dossier={dossier}
          template={template}
          onClose={() => setWriting(false)}
          onDone={() => {
            setWriting(false);
            notify({ tone: "success", text: text("questionnaire.exported") });
            onChange();
          }}
        />
      )}
    </Card>
  );
}

interface ReplyProps {
  readonly reply: QuestionnaireReply;
  readonly recipient: string;
  readonly dossier: Dossier;
  readonly onChange: () => void;
}

function Reply({ reply, recipient, dossier, onChange }: ReplyProps): ReactNode {
  const text = useText();
  const mayWork = useMayWork(dossier);
  async function undo(): Promise<void> {
    const done = await host.questionnaires.undo({ dossierId: dossier.id, replyId: reply.id });
    if (!done.ok) return void notify({ tone: "error", text: faultText(text, done.error) });
    const { left } = done.value;
    notify({
      tone: "success",
      text: text(left === 0 ? "questionnaire.undone" : "questionnaire.undoneLeft", { count: left }),
    });
    onChange();
  }
  return (
    <li className={css["line"]}>
      <span>{text("questionnaire.replyOf", { recipient, count: reply.merged.length })}</span>
      <DateText instantMs={reply.mergedAt} />
      <span>{reply.mergedBy}</span>
      {reply.undoneAt !== null && <Badge>{text("questionnaire.replyUndone")}</Badge>}
      {reply.undoneAt === null && mayWork && (
        <Button size="small" onPress={() => void undo()}>
          {text("questionnaire.undo")}
        </Button>
      )}
    </li>
  );
}
