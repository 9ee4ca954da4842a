import { type ReactNode, useState } from "react";
import type { Edition } from "../../../shared/domain/screening.ts";
import { useText } from "../../stores/text.ts";
import { Button } from "../../ui/Button.tsx";
import { Page } from "../../ui/Page.tsx";
import { Select } from "../../ui/Select.tsx";
import { Difference } from "./Difference.tsx";
import css from "./lists.module.css";

interface DifferencePageProps {
  readonly before: Edition;
  readonly after: Edition;
  readonly editions: readonly Edition[];
  readonly onBack: () => void;
}

/** Any two editions of a list, side by side. */
export function DifferencePage({ before, after, editions, onBack }: DifferencePageProps): ReactNode {
  const text = useText();
  const [chosen, setChosen] = useState({ before: before.id, after: after.id });
  const own = editions.filter(({ title }) => title === before.title);
  const options = own.map((edition) => ({ value: edition.id, label: edition.edition }));
  return (
    <Page
      title={text("lists.differenceOf", { title: before.title })}
      width="wide"
      actions={<Button onPress={onBack}>{text("lists.back")}</Button>}
    >
      <div className={css["pair"]}>
        {(["before", "after"] as const).map((side) => (
          <Select
            key={side}
            label={text(`lists.side-${side}`)}
            placeholder={text("lists.edition")}
            options={options}
            value={chosen[side]}
            onChange={(id) => setChosen({ ...chosen, [side]: id })}
          />
        ))}
      </div>
      <Difference before={chosen.before} after={{ editionId: chosen.after }} />
    </Page>
  );
}
