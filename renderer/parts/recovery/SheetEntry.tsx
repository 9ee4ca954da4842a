import { type ReactNode, useState } from "react";
import { recoveryShape } from "../../../shared/domain/recovery.ts";
import { host } from "../../host.ts";
import { faultText, useText } from "../../stores/text.ts";
import { Button } from "../../ui/Button.tsx";
import { TextArea } from "../../ui/TextArea.tsx";
import css from "./recovery.module.css";

/** One sheet as typed, and what it says of itself. */
export interface EnteredSheet {
  readonly text: string;
  readonly kitId: string;
  readonly index: number;
  readonly threshold: number;
  readonly count: number;
}

interface SheetEntryProps {
  readonly sheets: readonly EnteredSheet[];
  readonly onChange: (sheets: readonly EnteredSheet[]) => void;
  readonly isDisabled: boolean;
}

/** Whether as many different sheets are there as their kit asks for. */
export function isQuorum(sheets: readonly EnteredSheet[]): boolean {
  const [first] = sheets;
  return first !== undefined && sheets.length >= first.threshold;
}

/**
 * Takes sheets one by one, typed or from a scanner that types. Each is read at once, so that a wrong word shows while its
 * sheet is still in hand; an unreadable one stays in the field.
 */
export function SheetEntry({ sheets, onChange, isDisabled }: SheetEntryProps): ReactNode {
  const text = useText();
  const [typed, setTyped] = useState("");
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);

  async function take(): Promise<void> {
    if (isBusy || typed.trim() === "") return;
    setBusy(true);
    const read = await host.recovery.readShare({ text: typed });
    setBusy(false);
    if (!read.ok) return setProblem(faultText(text, read.error));
    const [first] = sheets;
    if (first !== undefined && first.kitId !== read.value.kitId) return setProblem(text("error.share-mixed"));
    if (sheets.some(({ index }) => index === read.value.index))
      return setProblem(text("recovery.sheetTwice", { index: read.value.index }));
    setProblem(undefined);
    setTyped("");
    onChange([...sheets, { text: typed, ...read.value }]);
  }

  return (
    <div className={css["entry"]}>
      <EnteredList sheets={sheets} onChange={onChange} isDisabled={isDisabled} />
      {!isQuorum(sheets) && (
        <>
          <TextArea
            label={text("recovery.sheetWords", { number: sheets.length + 1 })}
            help={text("recovery.sheetWordsHelp")}
            error={problem}
            value={typed}
            onChange={setTyped}
            rows={5}
            lang="en"
            isDisabled={isDisabled}
            autoFocus
          />
          <div>
            <Button onPress={() => void take()} isBusy={isBusy} isDisabled={isDisabled || typed.trim() === ""}>
              {text("recovery.takeSheet")}
            </Button>
          </div>
        </>
      )}
    </div>
  );
}

function EnteredList({ sheets, onChange, isDisabled }: SheetEntryProps): ReactNode {
  const text = useText();
  const [first] = sheets;
  return (
    <div role="status">
      {first === undefined ? (
        <p>{text("recovery.noSheetYet", { fewest: recoveryShape.fewest })}</p>
      ) : (
        <>
          <p className={css["quorum"]}>
            {text("recovery.sheetsEntered", { kit: first.kitId, present: sheets.length, threshold: first.threshold })}
          </p>
          <ul className={css["entered"]}>
            {sheets.map(({ index, count }) => (
              <li key={index}>
                <span>{text("recovery.sheetOf", { index, count })}</span>
                <Button
                  tone="quiet"
                  size="small"
                  isDisabled={isDisabled}
                  onPress={() => onChange(sheets.filter((sheet) => sheet.index !== index))}
                >
                  {text("recovery.takeOut")}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
