import { type ReactNode, useEffect, useState } from "react";
import type { RecoverablePerson } from "../../../shared/domain/recovery.ts";
import { host } from "../../host.ts";
import { NewPassphraseField } from "../../parts/passphrase/NewPassphraseField.tsx";
import { usePassphraseRating } from "../../parts/passphrase/use-passphrase-rating.ts";
import { type EnteredSheet, isQuorum, SheetEntry } from "../../parts/recovery/SheetEntry.tsx";
import { faultText, useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { ChoiceGroup } from "../../ui/ChoiceGroup.tsx";
import { PassphraseField } from "../../ui/PassphraseField.tsx";
import css from "./unlock.module.css";

interface RecoverAccessProps {
  readonly vaultId: string;
  readonly onBack: () => void;
}

/** The way in with a quorum of sheets: enter them, choose a person, who then types a new passphrase. */
export function RecoverAccess({ vaultId, onBack }: RecoverAccessProps): ReactNode {
  const text = useText();
  const [people, setPeople] = useState<readonly RecoverablePerson[]>();
  const [result, setResult] = useState<string>();
  // Whatever way the page goes, the vault does not stay open behind it.
  useEffect(() => () => void host.recovery.leave({}), []);
  return (
    <section className={css["panel"]} aria-labelledby="recover-title">
      <h1 className={css["title"]} id="recover-title">
        {text("recovery.openTitle")}
      </h1>
      {result !== undefined ? (
        <>
          <Banner tone="success" title={result} isLive />
          <Button tone="primary" onPress={onBack} isWide>
            {text("unlock.backToUnlock")}
          </Button>
        </>
      ) : (
        <>
          {people === undefined ? (
            <Sheets vaultId={vaultId} onOpened={setPeople} />
          ) : (
            <NewKey people={people} onDone={setResult} />
          )}
          <Button tone="quiet" size="small" onPress={onBack}>
            {text("unlock.backToUnlock")}
          </Button>
        </>
      )}
    </section>
  );
}

interface SheetsProps {
  readonly vaultId: string;
  readonly onOpened: (people: readonly RecoverablePerson[]) => void;
}

function Sheets({ vaultId, onOpened }: SheetsProps): ReactNode {
  const text = useText();
  const [sheets, setSheets] = useState<readonly EnteredSheet[]>([]);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();

  async function open(): Promise<void> {
    if (isBusy) return;
    setBusy(true);
    const opened = await host.recovery.open({ vaultId, shares: sheets.map((sheet) => sheet.text) });
    setBusy(false);
    if (opened.ok) onOpened(opened.value.people);
    else setProblem(faultText(text, opened.error));
  }

  return (
    <>
      <p className={css["lead"]}>{text("recovery.openLead")}</p>
      {problem !== undefined && <Banner tone="error" title={problem} isLive />}
      <SheetEntry sheets={sheets} onChange={setSheets} isDisabled={isBusy} />
      <Button tone="primary" onPress={() => void open()} isBusy={isBusy} isDisabled={!isQuorum(sheets)} isWide>
        {text("recovery.openWith")}
      </Button>
    </>
  );
}

interface NewKeyProps {
  readonly people: readonly RecoverablePerson[];
  readonly onDone: (result: string) => void;
}

function NewKey({ people, onDone }: NewKeyProps): ReactNode {
  const text = useText();
  const [personId, setPersonId] = useState(people[0]?.personId);
  const [words, setWords] = useState({ passphrase: "", again: "" });
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const chosen = people.find((person) => person.personId === personId);
  const rating = usePassphraseRating(words.passphrase, [chosen?.displayName ?? ""]);
  const differs = words.again !== "" && words.again !== words.passphrase;
  const canRestore = words.passphrase !== "" && words.again === words.passphrase && rating?.isAccepted !== false;

  async function restore(): Promise<void> {
    if (isBusy || !canRestore || chosen === undefined) return;
    setBusy(true);
    const done = await host.recovery.restore({ personId: chosen.personId, passphrase: words.passphrase });
    setBusy(false);
    if (!done.ok) return setProblem(faultText(text, done.error));
    const { displayName, casesOpened, casesLeft } = done.value;
    onDone(text("recovery.restored", { name: displayName, casesOpened, casesLeft }));
  }

  return (
    <>
      <p className={css["lead"]}>{text("recovery.restoreLead")}</p>
      {problem !== undefined && <Banner tone="error" title={problem} isLive />}
      <ChoiceGroup
        label={text("recovery.person")}
        layout="column"
        value={personId ?? ""}
        onChange={(value) => setPersonId(people.find((person) => person.personId === value)?.personId)}
        choices={people.map(({ personId: value, displayName, unit }) => ({
          value,
          label: unit === "" ? displayName : text("recovery.personOf", { name: displayName, unit }),
        }))}
      />
      <NewPassphraseField
        label={text("unlock.passphrase")}
        value={words.passphrase}
        onChange={(passphrase) => setWords({ ...words, passphrase })}
        rating={rating}
      />
      <PassphraseField
        label={text("unlock.passphraseAgain")}
        error={differs ? text("unlock.mismatch") : undefined}
        necessity="required"
        value={words.again}
        onChange={(again) => setWords({ ...words, again })}
        onEnter={() => void restore()}
        purpose="new-password"
      />
      <Button tone="primary" onPress={() => void restore()} isBusy={isBusy} isDisabled={!canRestore} isWide>
        {text("recovery.restore")}
      </Button>
    </>
  );
}
