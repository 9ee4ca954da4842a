import { Printer } from "lucide-react";
import { type ReactNode, useState } from "react";
import { createPortal } from "react-dom";
import type { RecoverySheet, RecoveryStatus } from "../../../shared/domain/recovery.ts";
import { host } from "../../host.ts";
import { ReauthDialog } from "../../parts/reauth/ReauthDialog.tsx";
import { notify } from "../../stores/notice-store.ts";
import { faultText, useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Page } from "../../ui/Page.tsx";
import { TextField } from "../../ui/TextField.tsx";
import type { DrawnSheets } from "./drawn-sheets.ts";
import { PrintedSheet } from "./PrintedSheet.tsx";
import css from "./recovery.module.css";

interface SheetStepsProps {
  readonly drawn: DrawnSheets;
  /** Whether a kit is in force that this one will replace. */
  readonly hasEarlier: boolean;
  /** Leaves the sheets behind; with the status when the kit was put in force. */
  readonly onLeave: (status?: RecoveryStatus) => void;
}

/** One sheet at a time: look, print, type two words back from the paper. The kit counts only after the last one. */
export function SheetSteps({ drawn, hasEarlier, onLeave }: SheetStepsProps): ReactNode {
  const text = useText();
  const [confirmed, setConfirmed] = useState<readonly number[]>([]);
  const [isAsking, setAsking] = useState(false);
  const sheet = drawn.sheets.find(({ index }) => !confirmed.includes(index));

  async function leave(): Promise<void> {
    await host.recovery.drop({});
    onLeave();
  }

  const actions = <Button onPress={() => void leave()}>{text("recovery.abandon")}</Button>;
  if (sheet === undefined) {
    return (
      <Page title={text("recovery.allConfirmed")} width="narrow" actions={actions}>
        <Card
          title={text("recovery.enforceTitle")}
          footer={
            <Button tone="primary" onPress={() => setAsking(true)}>
              {text("recovery.enforce")}
            </Button>
          }
        >
          <p>{text(hasEarlier ? "recovery.enforceReplaces" : "recovery.enforceLead")}</p>
        </Card>
        {isAsking && (
          <ReauthDialog
            title={text("recovery.enforce")}
            lead={text(hasEarlier ? "recovery.enforceReplaces" : "recovery.enforceLead")}
            confirmLabel={text("recovery.enforce")}
            onConfirm={({ passphrase }) => host.recovery.enforce({ kitId: drawn.kitId, passphrase })}
            onDone={(status) => {
              notify({ tone: "success", text: text("recovery.enforced", { kit: drawn.kitId }) });
              onLeave(status);
            }}
            onClose={() => setAsking(false)}
          />
        )}
      </Page>
    );
  }
  return (
    <Page
      title={text("recovery.sheetOf", { index: sheet.index, count: drawn.count })}
      lead={text("recovery.printLead")}
      width="normal"
      actions={actions}
    >
      <Banner tone="info" title={text("recovery.notYet")} />
      <OneSheet key={sheet.index} drawn={drawn} sheet={sheet} onConfirmed={setConfirmed} />
    </Page>
  );
}

interface OneSheetProps {
  readonly drawn: DrawnSheets;
  readonly sheet: RecoverySheet;
  readonly onConfirmed: (confirmed: readonly number[]) => void;
}

function OneSheet({ drawn, sheet, onConfirmed }: OneSheetProps): ReactNode {
  const text = useText();
  const paper = <PrintedSheet drawn={drawn} sheet={sheet} />;
  return (
    <>
      <div>
        <Button tone="primary" icon={Printer} onPress={() => window.print()}>
          {text("recovery.print")}
        </Button>
      </div>
      <ConfirmCard drawn={drawn} sheet={sheet} onConfirmed={onConfirmed} />
      <div className={css["preview"]}>{paper}</div>
      {/* Outside the app's frame, so that nothing else is on the printed page. */}
      {createPortal(<div className={css["print"]}>{paper}</div>, document.body)}
    </>
  );
}

function ConfirmCard({ drawn, sheet, onConfirmed }: OneSheetProps): ReactNode {
  const text = useText();
  const [words, setWords] = useState<[string, string]>(["", ""]);
  const [problem, setProblem] = useState<string>();
  const [first, second] = sheet.asked;

  async function confirm(): Promise<void> {
    if (words.some((word) => word.trim() === "")) return;
    const done = await host.recovery.confirmSheet({ kitId: drawn.kitId, index: sheet.index, words });
    if (done.ok) onConfirmed(done.value.confirmed);
    else setProblem(faultText(text, done.error));
  }

  return (
    <Card
      title={text("recovery.confirmTitle")}
      lead={text("recovery.confirmLead")}
      footer={
        <Button onPress={() => void confirm()} isDisabled={words.some((word) => word.trim() === "")}>
          {text("recovery.confirmSheet")}
        </Button>
      }
    >
      {problem !== undefined && <Banner tone="error" title={problem} isLive />}
      <div className={css["shape"]}>
        <TextField
          label={text("recovery.word", { place: first })}
          value={words[0]}
          onChange={(word) => setWords([word, words[1]])}
          width="short"
          lang="en"
          autoComplete="off"
          maxLength={40}
        />
        <TextField
          label={text("recovery.word", { place: second })}
          value={words[1]}
          onChange={(word) => setWords([words[0], word])}
          onEnter={() => void confirm()}
          width="short"
          lang="en"
          autoComplete="off"
          maxLength={40}
        />
      </div>
    </Card>
  );
}
