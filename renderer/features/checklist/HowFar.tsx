import type { ReactNode } from "react";
import { howFarAt } from "../../../shared/domain/checklist.ts";
import { nameOf, SourceType } from "../../../shared/domain/content/vocabulary.ts";
import { dayOf } from "../../../shared/domain/time.ts";
import { useContent } from "../../stores/content-store.ts";
import { usePick, useText } from "../../stores/text.ts";
import { Select } from "../../ui/Select.tsx";
import { chooseInAnswer } from "./checklist-store.ts";
import { sourcesToShow, withLook } from "./enough.ts";
import css from "./HowFar.module.css";
import type { ItemView } from "./item-view.ts";
import { SourceTick } from "./SourceTick.tsx";

/** How far to look at this depth, and what each source brought. */
export function HowFar({ view }: { readonly view: ItemView }): ReactNode {
  const text = useText();
  const pick = usePick();
  const { vocabulary } = useContent();
  const far = howFarAt(view.row.item, view.one.depth);
  const checks = view.one.answer.sources;
  const asked = far.sources.map((entry) => entry.source);
  return (
    <section className={css["part"]} aria-labelledby="how-far">
      <h3 className={css["title"]} id="how-far">
        {text("checklist.howFar")}
      </h3>
      <ul className={css["steps"]}>
        {far.steps.map((step) => (
          <li key={step.depth} className={css["step"]}>
            {far.steps.length > 1 && (
              <span className={css["depth"]}>{pick(nameOf(vocabulary, "depths", step.depth))}</span>
            )}
            <span className={far.steps.length > 1 ? undefined : css["alone"]}>{pick(step.text)}</span>
          </li>
        ))}
      </ul>
      <div className={css["ticks"]} data-place="sources">
        {sourcesToShow(asked, checks).map((source) => (
          <SourceTick key={source} view={view} source={source} isAsked={asked.includes(source)} />
        ))}
        {!view.isReadOnly && <AddSource view={view} shown={sourcesToShow(asked, checks)} />}
      </div>
    </section>
  );
}

function AddSource({ view, shown }: { readonly view: ItemView; readonly shown: readonly SourceType[] }): ReactNode {
  const text = useText();
  const pick = usePick();
  const { vocabulary } = useContent();
  const others = SourceType.options.filter((source) => !shown.includes(source));
  if (others.length === 0) return null;
  return (
    <div className={css["add"]}>
      <Select
        label={text("checklist.addSource")}
        isLabelHidden
        placeholder={text("checklist.addSource")}
        options={others.map((source) => ({ value: source, label: pick(nameOf(vocabulary, "sourceTypes", source)) }))}
        value={undefined}
        onChange={(source) =>
          chooseInAnswer(view.itemId, {
            sources: withLook(view.one.answer.sources, source, { result: "found", lookedOn: dayOf(Date.now()) }),
          })
        }
        width="medium"
      />
    </div>
  );
}
