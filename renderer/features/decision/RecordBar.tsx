import { Stamp } from "lucide-react";
import type { ReactNode } from "react";
import { useContent } from "../../stores/content-store.ts";
import { useSpeaker } from "../../stores/speaker.ts";
import { faultText, usePick, useText } from "../../stores/text.ts";
import { AlertDialog } from "../../ui/AlertDialog.tsx";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { departs } from "./decision-draft.ts";
import css from "./RecordBar.module.css";
import { problemText, type Recording } from "./use-recording.ts";

interface RecordBarProps {
  readonly recording: Recording;
  /** Whether the person has said that they have no ties; nothing can be put forward before. */
  readonly isDeclared: boolean;
}

/** The one way to record, always in the same place; says what is in the way, and asks once. */
export function RecordBar({ recording, isDeclared }: RecordBarProps): ReactNode {
  const text = useText();
  const { problems, attempts, fault, keepFault } = recording;
  return (
    <div className={css["bar"]}>
      {attempts > 0 && problems.length > 0 && (
        <Banner tone="warning" title={text("decision.problems")} isLive>
          <ul className={css["problems"]}>
            {problems.map((problem) => (
              <li key={problem.field + problem.code}>{problemText(text, problem)}</li>
            ))}
          </ul>
        </Banner>
      )}
      {fault !== undefined && <Banner tone="error" title={faultText(text, fault)} isLive />}
      <div className={css["line"]}>
        <Button tone="primary" icon={Stamp} isBusy={recording.isBusy} isDisabled={!isDeclared} onPress={recording.ask}>
          {text("decision.record")}
        </Button>
        {keepFault === undefined ? (
          <span className={css["hint"]}>{text(isDeclared ? "decision.draftHint" : "decision.declareFirst")}</span>
        ) : (
          <span className={css["unkept"]} role="status">
            {text("decision.draftUnkept")} {faultText(text, keepFault)}
          </span>
        )}
      </div>
      <Confirmation recording={recording} />
    </div>
  );
}

function Confirmation({ recording }: { recording: Recording }): ReactNode {
  const text = useText();
  const pick = usePick();
  const { nameOf } = useSpeaker();
  const { vocabulary } = useContent();
  const { draft, assessment } = recording;
  const outcome = vocabulary.decisions.find((one) => one.id === draft.outcome);
  if (outcome === undefined) return null;
  const recommended = nameOf("recommendation", assessment.advice.recommendation);
  return (
    <AlertDialog
      title={text("decision.confirmTitle", { outcome: pick(outcome.name) })}
      isOpen={recording.isAsking}
      tone="primary"
      confirmLabel={text("decision.record")}
      isBusy={recording.isBusy}
      onConfirm={() => void recording.record()}
      onCancel={recording.stopAsking}
    >
      {departs(outcome.id, assessment) && <p>{text("decision.confirmDeparts", { recommended })}</p>}
      <p>{text("decision.confirmText")}</p>
    </AlertDialog>
  );
}
