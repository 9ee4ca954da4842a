import { type ReactNode, useState } from "react";
import { KeyFileChoice } from "../../parts/key-file/KeyFileChoice.tsx";
import { NewPassphraseField } from "../../parts/passphrase/NewPassphraseField.tsx";
import { usePassphraseRating } from "../../parts/passphrase/use-passphrase-rating.ts";
import { useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { PassphraseField } from "../../ui/PassphraseField.tsx";

/** What the new person's key is to hang on. */
export interface ChosenSecret {
  readonly newPassphrase: string;
  /** Whether a key file goes with it; the host asks for it when the key is made. */
  readonly keyFile: boolean;
}

interface NewSecretProps {
  readonly name: string;
  readonly unit: string;
  readonly onBack: () => void;
  /** The person has chosen; the administrator confirms next. */
  readonly onChosen: (secret: ChosenSecret) => void;
}

/**
 * Where the new person types their own passphrase, with the administrator looking away. It forgets what was typed when it
 * goes; what was chosen is held by the caller until the vault has taken it.
 */
export function NewSecret({ name, unit, onBack, onChosen }: NewSecretProps): ReactNode {
  const text = useText();
  const [words, setWords] = useState({ next: "", again: "", keyFile: false });
  const rating = usePassphraseRating(words.next, [name, unit]);
  const differs = words.again !== "" && words.again !== words.next;
  // Without an answer yet the button works: the engine judges again.
  const isReady = words.next !== "" && words.next === words.again && rating?.isAccepted !== false;
  const go = (): void => {
    if (isReady) onChosen({ newPassphrase: words.next, keyFile: words.keyFile });
  };
  return (
    <Dialog
      title={text("people.secretTitle", { name })}
      isOpen
      onClose={onBack}
      actions={
        <>
          <Button onPress={onBack}>{text("common.back")}</Button>
          <Button tone="primary" onPress={go} isDisabled={!isReady}>
            {text("common.next")}
          </Button>
        </>
      }
    >
      <Banner tone="warning" title={text("people.secretLookAway", { name })}>
        {text("people.secretLost")}
      </Banner>
      <NewPassphraseField
        label={text("people.newPassphrase")}
        value={words.next}
        onChange={(next) => setWords({ ...words, next })}
        rating={rating}
      />
      <PassphraseField
        label={text("people.again")}
        error={differs ? text("people.differs") : undefined}
        value={words.again}
        onChange={(again) => setWords({ ...words, again })}
        onEnter={go}
        purpose="new-password"
      />
      <KeyFileChoice isSelected={words.keyFile} onChange={(keyFile) => setWords({ ...words, keyFile })} />
    </Dialog>
  );
}
