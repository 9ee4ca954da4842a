import { type ReactNode, useState } from "react";
import { host } from "../../host.ts";
import { faultText, useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { Checkbox } from "../../ui/Checkbox.tsx";

interface KeyFileChoiceProps {
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
}

/** Whether a new key is to need a file besides the passphrase, and a way to make such a file. */
export function KeyFileChoice({ isSelected, onChange }: KeyFileChoiceProps): ReactNode {
  const text = useText();
  const [isBusy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<{ tone: "success" | "error"; title: string }>();

  async function make(): Promise<void> {
    if (isBusy) return;
    setBusy(true);
    setOutcome(undefined);
    const made = await host.vault.makeKeyFile({});
    setBusy(false);
    if (made.ok) setOutcome({ tone: "success", title: text("unlock.keyFileMade") });
    else if (made.error.code !== "cancelled") setOutcome({ tone: "error", title: faultText(text, made.error) });
  }

  return (
    <>
      <Checkbox isSelected={isSelected} onChange={onChange} help={text("unlock.keyFileHelp")}>
        {text("unlock.useKeyFile")}
      </Checkbox>
      {isSelected && (
        <>
          <Banner tone="warning" title={text("unlock.keyFileLoss")} />
          {outcome !== undefined && <Banner tone={outcome.tone} title={outcome.title} isLive />}
          <Button tone="secondary" size="small" onPress={() => void make()} isBusy={isBusy}>
            {text("unlock.makeKeyFile")}
          </Button>
        </>
      )}
    </>
  );
}
