import { type ReactNode, useState } from "react";
import { readReceipt } from "../../../shared/domain/trail-receipt.ts";
import { useText } from "../../stores/text.ts";
import { Button } from "../../ui/Button.tsx";
import { copyText } from "../../ui/copy-text.ts";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { HashText } from "../../ui/HashText.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { CheckOutcome } from "./CheckOutcome.tsx";
import css from "./trail.module.css";
import { useTrailCheck } from "./use-trail-check.ts";

interface ReceiptCardProps {
  readonly receipt: string;
  readonly canCheck: boolean;
  /** The check itself leaves an entry. */
  readonly onChecked: () => void;
}

/** A few signs to note on paper, and a place to type noted ones in: what is on paper nobody can change in the vault. */
export function ReceiptCard({ receipt, canCheck, onChecked }: ReceiptCardProps): ReactNode {
  const text = useText();
  const [typed, setTyped] = useState("");
  const check = useTrailCheck(onChecked);
  const isReadable = readReceipt(typed) !== undefined;
  const submit = (): void => {
    if (isReadable && !check.isBusy) void check.run(typed);
  };
  return (
    <Disclosure title={text("trail.receipt")} level={2}>
      <div className={css["receipt"]}>
        <p>{text("trail.receiptLead")}</p>
        <HashText value={receipt} ends={receipt.length} onCopy={(whole) => void copyText(whole)} />
        {canCheck && (
          <>
            <TextField
              label={text("trail.receiptTyped")}
              help={text("trail.receiptHelp")}
              placeholder={text("trail.receiptExample")}
              value={typed}
              onChange={setTyped}
              onEnter={submit}
              maxLength={200}
            />
            <div>
              <Button isBusy={check.isBusy} isDisabled={!isReadable} onPress={submit}>
                {text("trail.receiptCheck")}
              </Button>
            </div>
            <CheckOutcome check={check} />
          </>
        )}
      </div>
    </Disclosure>
  );
}
