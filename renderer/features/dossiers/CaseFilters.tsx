import { ListFilter } from "lucide-react";
import { type ReactNode, useEffect, useState } from "react";
import { useStore } from "zustand";
import { Depth, DecisionId as Outcome } from "../../../shared/domain/content/vocabulary.ts";
import { CaseDue, type CaseFilter, everyCase } from "../../../shared/domain/desk/case-list.ts";
import { DossierKind, DossierState } from "../../../shared/domain/dossier.ts";
import { useContent } from "../../stores/content-store.ts";
import { usePick, useText } from "../../stores/text.ts";
import { Button } from "../../ui/Button.tsx";
import { Checkbox } from "../../ui/Checkbox.tsx";
import { CheckboxGroup } from "../../ui/CheckboxGroup.tsx";
import { Popover } from "../../ui/Popover.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { caseFilterStore, narrow } from "./case-filter-store.ts";
import css from "./lists.module.css";

/** Typing is over once nothing has been typed for this long, in milliseconds. */
const typingPauseMs = 180;

/** What narrows the list of cases. */
export function CaseFilters(): ReactNode {
  const text = useText();
  const pick = usePick();
  const { vocabulary } = useContent();
  const { filter } = useStore(caseFilterStore);
  const isNarrowed = JSON.stringify(filter) !== JSON.stringify(everyCase);
  const named = (
    entries: readonly { readonly id: string; readonly name: Parameters<typeof pick>[0] }[],
    id: string,
  ) => {
    const entry = entries.find((one) => one.id === id);
    return entry === undefined ? id : pick(entry.name);
  };
  return (
    <div className={css["filters"]}>
      <SoughtText filter={filter} />
      <Choice
        name={text("desk.filterState")}
        options={DossierState.options.map((value) => ({ value, label: text(`dossier.state-${value}`) }))}
        value={filter.states}
        onChange={(states) => narrow({ states })}
      />
      <Choice
        name={text("desk.filterKind")}
        options={DossierKind.options.map((value) => ({ value, label: text(`dossiers.kind-${value}`) }))}
        value={filter.kinds}
        onChange={(chosen) => narrow({ kinds: chosen })}
      />
      <Choice
        name={text("desk.filterDepth")}
        options={Depth.options.map((value) => ({ value, label: named(vocabulary.depths, value) }))}
        value={filter.depths}
        onChange={(depths) => narrow({ depths })}
      />
      <Choice
        name={text("desk.filterOutcome")}
        options={Outcome.options.map((value) => ({ value, label: named(vocabulary.decisions, value) }))}
        value={filter.outcomes}
        onChange={(outcomes) => narrow({ outcomes })}
      />
      <Choice
        name={text("desk.filterDue")}
        options={CaseDue.options.map((value) => ({ value, label: text(`desk.due-${value}`) }))}
        value={filter.due}
        onChange={(due) => narrow({ due })}
      />
      <Checkbox isSelected={filter.mine} onChange={(mine) => narrow({ mine })}>
        {text("desk.mine")}
      </Checkbox>
      <Checkbox isSelected={filter.waiting !== null} onChange={(waits) => narrow({ waiting: waits ? "any" : null })}>
        {filter.waiting === null || filter.waiting === "any"
          ? text("desk.waitingAny")
          : text("desk.waitingOnly", { what: text(`home.kind-${filter.waiting}`) })}
      </Checkbox>
      {isNarrowed && (
        <Button size="small" tone="quiet" onPress={() => caseFilterStore.setState({ filter: everyCase })}>
          {text("desk.clearFilters")}
        </Button>
      )}
    </div>
  );
}

function SoughtText({ filter }: { filter: CaseFilter }): ReactNode {
  const text = useText();
  const [sought, setSought] = useState(filter.text);
  useEffect(() => setSought(filter.text), [filter.text]);
  useEffect(() => {
    if (sought === filter.text) return undefined;
    const timer = setTimeout(() => narrow({ text: sought }), typingPauseMs);
    return () => clearTimeout(timer);
  }, [sought, filter.text]);
  return (
    <TextField
      label={text("desk.find")}
      value={sought}
      onChange={setSought}
      width="medium"
      placeholder={text("desk.findHint")}
      maxLength={200}
    />
  );
}

interface ChoiceProps<Value extends string> {
  readonly name: string;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly value: readonly Value[];
  readonly onChange: (value: Value[]) => void;
}

/** Any number out of a list, behind a button that says how many. */
function Choice<Value extends string>({ name, options, value, onChange }: ChoiceProps<Value>): ReactNode {
  const text = useText();
  return (
    <Popover
      title={name}
      isTitleHidden
      trigger={
        <Button size="small" icon={ListFilter} tone={value.length > 0 ? "primary" : "secondary"}>
          {value.length === 0 ? name : text("desk.filterChosen", { name, count: value.length })}
        </Button>
      }
    >
      <CheckboxGroup label={name} options={options} value={value} onChange={(next) => onChange([...next])} />
    </Popover>
  );
}
