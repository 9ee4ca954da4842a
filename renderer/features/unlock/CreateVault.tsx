import { type ReactNode, useState } from "react";
import type { PassphraseRating } from "../../../shared/domain/passphrase.ts";
import { host } from "../../host.ts";
import { KeyFileChoice } from "../../parts/key-file/KeyFileChoice.tsx";
import { NewPassphraseField } from "../../parts/passphrase/NewPassphraseField.tsx";
import { usePassphraseRating } from "../../parts/passphrase/use-passphrase-rating.ts";
import { adoptStatus } from "../../stores/session-store.ts";
import { faultText, useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { ChoiceGroup } from "../../ui/ChoiceGroup.tsx";
import { PassphraseField } from "../../ui/PassphraseField.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { type Draft, emptyDraft, problemOf } from "./new-vault-draft.ts";
import css from "./unlock.module.css";

interface CreateVaultProps {
  readonly onBack: (() => void) | undefined;
  readonly onRestore: () => void;
}

/** Makes a vault and leaves it open. */
export function CreateVault({ onBack, onRestore }: CreateVaultProps): ReactNode {
  const text = useText();
  const [draft, setDraft] = useState<Draft>(emptyDraft);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const change = (part: Partial<Draft>): void => setDraft((known) => ({ ...known, ...part }));
  const rating = usePassphraseRating(draft.passphrase, [draft.personName, draft.officeName]);
  // Without an answer yet the button works: the engine judges again.
  const wrong = problemOf(draft) ?? (rating?.isAccepted === false ? "weak" : undefined);

  async function create(): Promise<void> {
    if (isBusy || wrong !== undefined) return;
    setBusy(true);
    setProblem(undefined);
    const { personName, officeName, passphrase, place, keyFile } = draft;
    const made = await host.vault.create({
      personName: personName.trim(),
      officeName: officeName.trim(),
      passphrase,
      place,
      keyFile,
    });
    setBusy(false);
    if (made.ok) adoptStatus(made.value);
    else if (made.error.code !== "cancelled") setProblem(faultText(text, made.error));
  }

  return (
    <section className={css["panel"]} aria-labelledby="create-title">
      <h1 className={css["title"]} id="create-title">
        {text("unlock.createTitle")}
      </h1>
      <p className={css["lead"]}>{text("unlock.createLead")}</p>
      {problem !== undefined && <Banner tone="error" title={problem} isLive />}
      <Names draft={draft} change={change} />
      <Passphrases draft={draft} change={change} rating={rating} onEnter={() => void create()} />
      <KeyFileChoice isSelected={draft.keyFile} onChange={(keyFile) => change({ keyFile })} />
      <Banner tone="warning" title={text("unlock.noRecovery")} />
      <ChoiceGroup
        label={text("unlock.place")}
        layout="column"
        value={draft.place}
        onChange={(place) => change({ place: place === "choose" ? "choose" : "default" })}
        choices={[
          { value: "default", label: text("unlock.placeDefault") },
          { value: "choose", label: text("unlock.placeChoose") },
        ]}
      />
      <Button tone="primary" onPress={() => void create()} isBusy={isBusy} isDisabled={wrong !== undefined} isWide>
        {isBusy ? text("unlock.creating") : text("unlock.create")}
      </Button>
      <Button tone="quiet" size="small" onPress={onRestore}>
        {text("backup.restore")}
      </Button>
      {onBack !== undefined && (
        <Button tone="quiet" size="small" onPress={onBack}>
          {text("unlock.backToUnlock")}
        </Button>
      )}
    </section>
  );
}

interface PartProps {
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
}

function Names({ draft, change }: PartProps): ReactNode {
  const text = useText();
  return (
    <>
      <TextField
        label={text("unlock.personName")}
        help={text("unlock.personNameHelp")}
        necessity="required"
        value={draft.personName}
        onChange={(personName) => change({ personName })}
        maxLength={400}
        isName
        autoFocus
      />
      <TextField
        label={text("unlock.officeName")}
        help={text("unlock.officeNameHelp")}
        value={draft.officeName}
        onChange={(officeName) => change({ officeName })}
        maxLength={400}
      />
    </>
  );
}

interface PassphrasesProps extends PartProps {
  readonly rating: PassphraseRating | undefined;
  readonly onEnter: () => void;
}

function Passphrases({ draft, change, rating, onEnter }: PassphrasesProps): ReactNode {
  const text = useText();
  const differs = draft.again !== "" && draft.again !== draft.passphrase;
  return (
    <>
      <NewPassphraseField
        label={text("unlock.passphrase")}
        value={draft.passphrase}
        onChange={(passphrase) => change({ passphrase })}
        rating={rating}
      />
      <PassphraseField
        label={text("unlock.passphraseAgain")}
        error={differs ? text("unlock.mismatch") : undefined}
        necessity="required"
        value={draft.again}
        onChange={(again) => change({ again })}
        onEnter={onEnter}
        purpose="new-password"
      />
    </>
  );
}
