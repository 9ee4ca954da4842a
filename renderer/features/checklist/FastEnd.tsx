import type { ReactNode } from "react";
import { useText } from "../../stores/text.ts";
import { Button } from "../../ui/Button.tsx";
import { Link } from "../../ui/Link.tsx";
import { toggleOneQuestion } from "./checklist-store.ts";
import css from "./FastMode.module.css";
import { runCount } from "./run-statement.ts";
import type { Desk } from "./use-checklist-commands.ts";

interface FastEndProps {
  readonly desk: Desk;
  readonly isOptionalToo: boolean;
  readonly onSelect: () => void;
}

/** The end of a run: what has an answer, and which of these still lack something. */
export function FastEnd({ desk, isOptionalToo, onSelect }: FastEndProps): ReactNode {
  const text = useText();
  const { done, total } = runCount(desk.rows, isOptionalToo);
  const lacking = desk.rows.filter((row) => row.mark === "incomplete" || row.mark === "awaiting");
  return (
    <div className={css["sheet"]}>
      <h2 className={css["sheetTitle"]} tabIndex={-1} data-place="heading">
        {text("checklist.fastEnd", { done, total })}
      </h2>
      <p className={css["lead"]}>
        {text(lacking.length === 0 ? "checklist.fastEndComplete" : "checklist.fastEndLacking", {
          count: lacking.length,
        })}
      </p>
      {lacking.length > 0 && (
        <ul className={css["lacking"]}>
          {lacking.map((row) => (
            <li key={row.item.id}>
              <Link
                onPress={() => {
                  onSelect();
                  desk.moveTo(row.item.id, "heading");
                }}
              >
                {row.item.id}
              </Link>
            </li>
          ))}
        </ul>
      )}
      <div className={css["sheetRow"]}>
        <Button tone="primary" shortcut="Enter" onPress={toggleOneQuestion}>
          {text("checklist.fastLeave")}
        </Button>
      </div>
    </div>
  );
}
