import { type ReactNode, useState } from "react";
import { isReason } from "../../../shared/domain/history.ts";
import { textLimits } from "../../../shared/domain/text.ts";
import { useText } from "../../stores/text.ts";
import { Button } from "../../ui/Button.tsx";
import { TextField } from "../../ui/TextField.tsx";
import css from "./history.module.css";

/** Reasons that come up again and again; one press gives one. */
const usual = ["past.reasonSlip", "past.reasonSource", "past.reasonHeard", "past.reasonPointed"] as const;

/** Asks why something was changed, where the office wants to know; the usual reasons are one press away. */
export function ReasonAsk({ onGive }: { readonly onGive: (reason: string) => void }): ReactNode {
  const text = useText();
  const [reason, setReason] = useState("");
  return (
    <div className={css["change"]}>
      <p className={css["facts"]}>{text("past.reasonLead")}</p>
      <div className={css["choices"]}>
        {usual.map((key) => (
          <Button key={key} size="small" onPress={() => onGive(text(key))}>
            {text(key)}
          </Button>
        ))}
      </div>
      <TextField
        label={text("past.reasonLabel")}
        value={reason}
        onChange={setReason}
        maxLength={textLimits.shortNote}
      />
      <div>
        <Button size="small" tone="primary" isDisabled={!isReason(reason)} onPress={() => onGive(reason.trim())}>
          {text("past.reasonSave")}
        </Button>
      </div>
    </div>
  );
}
