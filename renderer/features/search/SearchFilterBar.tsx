import type { ReactNode } from "react";
import { nameOf } from "../../../shared/domain/content/vocabulary.ts";
import { DossierKind, DossierState } from "../../../shared/domain/dossier.ts";
import { filterCount, noFilters, type SearchFilters, searchPlaces } from "../../../shared/domain/search.ts";
import { useContent } from "../../stores/content-store.ts";
import { usePick, useText } from "../../stores/text.ts";
import { Button } from "../../ui/Button.tsx";
import { Checkbox } from "../../ui/Checkbox.tsx";
import { DateField } from "../../ui/DateField.tsx";
import { Select } from "../../ui/Select.tsx";
import css from "./search.module.css";

interface SearchFilterBarProps {
  readonly filters: SearchFilters;
  readonly onChange: (filters: SearchFilters) => void;
}

/** Narrows a search by kind of place, kind of case, state, depth, evidence, day and own cases. */
export function SearchFilterBar({ filters, onChange }: SearchFilterBarProps): ReactNode {
  const text = useText();
  const pick = usePick();
  const vocabulary = useContent().vocabulary;
  const change = (part: Partial<SearchFilters>): void => onChange({ ...filters, ...part });
  return (
    <section className={css["filters"]} aria-label={text("search.filters")}>
      <OneOf
        label={text("search.place")}
        values={searchPlaces}
        nameOf={(place) => text(`search.place-${place}`)}
        chosen={filters.places}
        onChange={(places) => change({ places: [...places] })}
      />
      <OneOf
        label={text("search.kind")}
        values={DossierKind.options}
        nameOf={(kind) => text(`dossier.kind-${kind}`)}
        chosen={filters.kinds}
        onChange={(kinds) => change({ kinds: [...kinds] })}
      />
      <OneOf
        label={text("search.state")}
        values={DossierState.options}
        nameOf={(state) => text(`dossier.state-${state}`)}
        chosen={filters.states}
        onChange={(states) => change({ states: [...states] })}
      />
      <OneOf
        label={text("search.depth")}
        values={vocabulary.depths.map(({ id }) => id)}
        nameOf={(depth) => pick(nameOf(vocabulary, "depths", depth))}
        chosen={filters.depths}
        onChange={(depths) => change({ depths: [...depths] })}
      />
      <OneOf
        label={text("search.evidenceType")}
        values={vocabulary.evidenceTypes.map(({ id }) => id)}
        nameOf={(type) => pick(nameOf(vocabulary, "evidenceTypes", type))}
        chosen={filters.evidenceTypes}
        onChange={(evidenceTypes) => change({ evidenceTypes: [...evidenceTypes] })}
      />
      <DateField
        label={text("search.from")}
        value={filters.from ?? undefined}
        max={filters.to ?? undefined}
        onChange={(from) => change({ from: from ?? null })}
      />
      <DateField
        label={text("search.to")}
        value={filters.to ?? undefined}
        min={filters.from ?? undefined}
        onChange={(to) => change({ to: to ?? null })}
      />
      <div className={css["filterEnd"]}>
        <Checkbox isSelected={filters.own} onChange={(own) => change({ own })}>
          {text("search.own")}
        </Checkbox>
        <Button size="small" isDisabled={filterCount(filters) === 0} onPress={() => onChange(noFilters)}>
          {text("search.clear")}
        </Button>
      </div>
    </section>
  );
}

interface OneOfProps<Value extends string> {
  readonly label: string;
  readonly values: readonly Value[];
  readonly nameOf: (value: Value) => string;
  readonly chosen: readonly Value[];
  readonly onChange: (chosen: readonly Value[]) => void;
}

/** All of them, or one. */
function OneOf<Value extends string>({ label, values, nameOf: name, chosen, onChange }: OneOfProps<Value>): ReactNode {
  const text = useText();
  const all = text("search.all");
  return (
    <Select<Value | "all">
      label={label}
      placeholder={all}
      options={[{ value: "all", label: all }, ...values.map((value) => ({ value, label: name(value) }))]}
      value={chosen[0] ?? "all"}
      onChange={(value) => onChange(value === "all" ? [] : [value])}
    />
  );
}
