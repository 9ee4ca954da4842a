import type { ReactNode } from "react";
import { SourceCheck } from "../../../shared/domain/answer.ts";
import { useText } from "../../stores/text.ts";
import { DateField } from "../../ui/DateField.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { chooseInAnswer, commitAnswer, typeInAnswer } from "./checklist-store.ts";
import { withChange } from "./enough.ts";
import type { ItemView } from "./item-view.ts";
import css from "./LookFields.module.css";
import { idleMs } from "./pace.ts";

interface LookFieldsProps {
  readonly view: ItemView;
  readonly look: SourceCheck;
  /** Its place among the looks of the item. */
  readonly at: number;
  /** Name of the kind of source. */
  readonly name: string;
}

/** Where, for what, in which edition and when somebody looked. Older looks have one note instead, which stays. */
export function LookFields(props: LookFieldsProps): ReactNode {
  const { view, look, at, name } = props;
  const text = useText();
  return (
    <div className={css["fields"]}>
      <Words {...props} field="name" />
      <Words {...props} field="query" />
      <Words {...props} field="edition" />
      <DateField
        label={text("checklist.look-lookedOn", { source: name })}
        isLabelHidden
        value={look.lookedOn ?? undefined}
        onChange={(day) =>
          chooseInAnswer(view.itemId, {
            sources: withChange(view.one.answer.sources, at, { lookedOn: day ?? null }),
          })
        }
        isReadOnly={view.isReadOnly}
      />
      {look.note !== "" && (
        <div className={css["note"]}>
          <Words {...props} field="note" />
        </div>
      )}
    </div>
  );
}

function Words({
  view,
  look,
  at,
  name,
  field,
}: LookFieldsProps & { field: "name" | "query" | "edition" | "note" }): ReactNode {
  const text = useText();
  const isFit = SourceCheck.shape[field].safeParse(look[field]).success;
  return (
    <TextField
      label={text(`checklist.look-${field}`, { source: name })}
      isLabelHidden
      placeholder={view.isReadOnly ? undefined : text(`checklist.lookHint-${field}`)}
      value={look[field]}
      onChange={(value) =>
        typeInAnswer(view.itemId, { sources: withChange(view.one.answer.sources, at, { [field]: value }) })
      }
      onCommit={() => commitAnswer(view.itemId)}
      commitIdleMs={idleMs}
      isReadOnly={view.isReadOnly}
      error={isFit ? undefined : text("checklist.lookProblem")}
    />
  );
}
