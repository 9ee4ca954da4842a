import { ArrowDown, ArrowUp, Columns3 } from "lucide-react";
import type { ReactNode } from "react";
import { useText } from "../../stores/text.ts";
import { Button } from "../../ui/Button.tsx";
import { CheckboxGroup } from "../../ui/CheckboxGroup.tsx";
import { IconButton } from "../../ui/IconButton.tsx";
import { Popover } from "../../ui/Popover.tsx";
import { SegmentedControl } from "../../ui/SegmentedControl.tsx";
import css from "./table.module.css";
import type { KeptView } from "./use-table-view.ts";

/** Which columns a table shows, in which order, and how close its rows stand. */
export function TableSetup<Row>({ kept, fixed }: { kept: KeptView<Row>; fixed: string }): ReactNode {
  const text = useText();
  const shown = kept.choices.filter(({ isShown }) => isShown).map(({ id }) => id);
  return (
    <Popover
      title={text("desk.columnsTitle")}
      trigger={
        <Button size="small" icon={Columns3}>
          {text("desk.columns")}
        </Button>
      }
    >
      <div className={css["setup"]}>
        <p className={css["lead"]}>{text("desk.columnsLead")}</p>
        <SegmentedControl
          label={text("desk.density")}
          value={kept.view.density}
          onChange={kept.setDensity}
          segments={[
            { value: "roomy", label: text("desk.density-roomy") },
            { value: "dense", label: text("desk.density-dense") },
          ]}
        />
        <CheckboxGroup
          label={text("desk.columnsShown")}
          value={shown}
          onChange={kept.setShown}
          options={kept.choices.map(({ id, header }) => ({ value: id, label: header, isDisabled: id === fixed }))}
        />
        <ul className={css["order"]}>
          {kept.choices
            .filter(({ isShown }) => isShown)
            .map(({ id, header }) => (
              <li key={id}>
                <span>{header}</span>
                <IconButton
                  icon={ArrowUp}
                  label={text("desk.earlier", { name: header })}
                  onPress={() => kept.moveBy(id, -1)}
                />
                <IconButton
                  icon={ArrowDown}
                  label={text("desk.later", { name: header })}
                  onPress={() => kept.moveBy(id, 1)}
                />
              </li>
            ))}
        </ul>
        <Button size="small" tone="quiet" onPress={kept.reset}>
          {text("desk.viewReset")}
        </Button>
      </div>
    </Popover>
  );
}
