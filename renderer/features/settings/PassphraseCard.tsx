import { type ReactNode, useState } from "react";
import { useStore } from "zustand";
import { host } from "../../host.ts";
import { NewPassphraseField } from "../../parts/passphrase/NewPassphraseField.tsx";
import { usePassphraseRating } from "../../parts/passphrase/use-passphrase-rating.ts";
import { notify } from "../../stores/notice-store.ts";
import { sessionStore } from "../../stores/session-store.ts";
import { faultText, useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { PassphraseField } from "../../ui/PassphraseField.tsx";

/** Changes the passphrase; the data stays as it is. */
export function PassphraseCard(): ReactNode {
  const text = useText();
  const [words, setWords] = useState({ current: "", next: "", again: "" });
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const personName = useStore(sessionStore, (state) => state.status?.personName) ?? "";
  const rating = usePassphraseRating(words.next, [personName]);
  const differs = words.again !== "" && words.again !== words.next;
  // Without an answer yet the button works: the engine judges again.
  const canChange =
    words.current !== "" && words.next !== "" && rating?.isAccepted !== false && words.next === words.again;

  async function change(): Promise<void> {
    if (isBusy || !canChange) return;
    setBusy(true);
    const changed = await host.vault.changePassphrase({ current: words.current, next: words.next });
    setBusy(false);
    setProblem(changed.ok ? undefined : faultText(text, changed.error));
    if (!changed.ok) return;
    setWords({ current: "", next: "", again: "" });
    notify({ tone: "success", text: text("settings.changed") });
  }

  return (
    <Card
      title={text("settings.passphrase")}
      footer={
        <Button onPress={() => void change()} isBusy={isBusy} isDisabled={!canChange}>
          {text("settings.change")}
        </Button>
      }
    >
      {problem !== undefined && <Banner tone="error" title={problem} isLive />}
      <PassphraseField
        label={text("settings.current")}
        value={words.current}
        onChange={(current) => setWords({ ...words, current })}
        purpose="current-password"
      />
      <NewPassphraseField
        label={text("settings.next")}
        value={words.next}
        onChange={(next) => setWords({ ...words, next })}
        rating={rating}
      />
      <PassphraseField
        label={text("settings.again")}
        error={differs ? text("settings.differs") : undefined}
        value={words.again}
        onChange={(again) => setWords({ ...words, again })}
        onEnter={() => void change()}
        purpose="new-password"
      />
    </Card>
  );
}
