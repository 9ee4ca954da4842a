import { type ReactNode, useState } from "react";
import { nameOf, type SourceType } from "../../../shared/domain/content/vocabulary.ts";
import type { Dossier } from "../../../shared/domain/dossier.ts";
import { type Day, dayOf } from "../../../shared/domain/time.ts";
import { host } from "../../host.ts";
import { useOfferCommands } from "../../stores/command-store.ts";
import { useContent } from "../../stores/content-store.ts";
import { faultText, usePick, useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { Checkbox } from "../../ui/Checkbox.tsx";
import { CheckboxGroup } from "../../ui/CheckboxGroup.tsx";
import { DateField } from "../../ui/DateField.tsx";
import { setRun, toggleOneQuestion } from "./checklist-store.ts";
import css from "./FastMode.module.css";
import type { ItemRow } from "./item-rows.ts";
import { runCount, runSources } from "./run-statement.ts";

interface RunSheetProps {
  readonly dossier: Dossier;
  readonly rows: readonly ItemRow[];
  readonly isOptionalToo: boolean;
  readonly onOptionalToo: (isToo: boolean) => void;
  readonly onBegin: () => void;
}

/**
 * Before a run at light depth: which of the sources that these items ask for the person has looked into. Nothing is ticked
 * beforehand, screening cannot be stated before it was run, and beginning without a statement is as easy.
 */
export function RunSheet(props: RunSheetProps): ReactNode {
  const { dossier, rows, isOptionalToo, onOptionalToo } = props;
  const text = useText();
  const pick = usePick();
  const { vocabulary } = useContent();
  const sources = runSources(rows, isOptionalToo);
  const isOffered = (source: SourceType): boolean => source !== "list_pack" || dossier.progress.screened;
  const [chosen, setChosen] = useState<readonly SourceType[]>([]);
  const [day, setDay] = useState<Day | undefined>(() => dayOf(Date.now()));
  const [refusal, setRefusal] = useState<string>();
  const stated = chosen.filter((source) => sources.includes(source));
  const begin = async (): Promise<void> => {
    if (stated.length > 0 && day !== undefined) {
      const begun = await host.checklist.beginRun({ dossierId: dossier.id, sources: [...stated] });
      if (!begun.ok) return setRefusal(faultText(text, begun.error));
      setRun({ sources: stated, lookedOn: day, isOptionalToo });
    }
    props.onBegin();
    return undefined;
  };
  const all = (): void => setChosen(sources.filter(isOffered));
  useOfferCommands([
    { id: "checklist.run-all", titleKey: "checklist.runAll", keys: ["A"], run: all },
    {
      id: "checklist.run-optional",
      titleKey: "checklist.runOptional",
      keys: ["O"],
      run: () => onOptionalToo(!isOptionalToo),
    },
    { id: "checklist.run-begin", titleKey: "checklist.runBegin", keys: ["Enter"], run: () => void begin() },
    {
      id: "checklist.one-question",
      titleKey: "shortcuts.focusMode",
      keys: ["F", "Escape"],
      run: toggleOneQuestion,
    },
  ]);
  const { total, done } = runCount(rows, isOptionalToo);
  return (
    <div className={css["sheet"]}>
      <h2 className={css["sheetTitle"]} tabIndex={-1} data-place="heading">
        {text("checklist.runTitle", { count: total - done })}
      </h2>
      <p className={css["lead"]}>{text("checklist.runLead")}</p>
      <CheckboxGroup<SourceType>
        label={text("checklist.runSources")}
        options={sources.map((source) => ({
          value: source,
          label: pick(nameOf(vocabulary, "sourceTypes", source)),
          isDisabled: !isOffered(source),
          ...(!isOffered(source) && { help: text("checklist.runNotScreened") }),
        }))}
        value={stated}
        onChange={setChosen}
      />
      <div className={css["sheetRow"]}>
        <Button size="small" shortcut="A" onPress={all}>
          {text("checklist.runAll")}
        </Button>
      </div>
      <DateField label={text("checklist.runDay")} value={day} onChange={setDay} max={dayOf(Date.now())} />
      <Checkbox isSelected={isOptionalToo} onChange={onOptionalToo}>
        {text("checklist.runOptional")}
      </Checkbox>
      {refusal !== undefined && <Banner tone="error" title={refusal} isLive />}
      <div className={css["sheetRow"]}>
        <Button
          tone="primary"
          shortcut="Enter"
          isDisabled={stated.length > 0 && day === undefined}
          onPress={() => void begin()}
        >
          {text(stated.length === 0 ? "checklist.runBeginBare" : "checklist.runBegin")}
        </Button>
        <Button tone="quiet" shortcut="F" onPress={toggleOneQuestion}>
          {text("checklist.fastLeave")}
        </Button>
      </div>
    </div>
  );
}
