import type { ReactNode } from "react";
import type { IntakeField } from "../../../shared/domain/content/template.ts";
import type { Dossier } from "../../../shared/domain/dossier.ts";
import { intakeFieldName, restrictedIntakeFields } from "../../../shared/domain/restricted.ts";
import { host } from "../../host.ts";
import { FieldHistory } from "../../parts/history/FieldHistory.tsx";
import { RestrictedField } from "../../parts/restricted/RestrictedField.tsx";
import { adoptDossier } from "../../stores/dossier-store.ts";
import { type Kept, type PatchKeeper, usePatchKeeper } from "../../stores/patch-keeper.ts";
import { faultText, usePick, useText } from "../../stores/text.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Button } from "../../ui/Button.tsx";
import { DateField } from "../../ui/DateField.tsx";
import { TextArea } from "../../ui/TextArea.tsx";
import { TextField } from "../../ui/TextField.tsx";
import css from "./intake.module.css";
import { choicesIn, dayNoteOf, dayNoteText, isBackwards, periodOf, periodText } from "./intake-value.ts";
import { idleMs } from "./pace.ts";

interface IntakeFieldInputProps {
  readonly dossier: Dossier;
  readonly field: IntakeField;
  readonly isReadOnly: boolean;
}

type ValuePatch = { value?: string };

/** What every kind of input takes. */
interface InputProps {
  readonly field: IntakeField;
  readonly label: string;
  readonly value: string;
  readonly keeper: PatchKeeper<ValuePatch> & Kept<ValuePatch>;
  readonly error: string | undefined;
  readonly isReadOnly: boolean;
}

/** One field of the intake form, by its type; stored by itself, as text. */
export function IntakeFieldInput({ dossier, field, isReadOnly }: IntakeFieldInputProps): ReactNode {
  const text = useText();
  const pick = usePick();
  const keeper = usePatchKeeper<ValuePatch>({
    save: async ({ value = "" }) => {
      const saved = await host.dossiers.setIntake({ dossierId: dossier.id, field: field.id, value });
      if (saved.ok) adoptDossier(saved.value);
      return saved;
    },
  });
  const props: InputProps = {
    field,
    label: pick(field.name),
    value: keeper.draft.value ?? dossier.intake[field.id] ?? "",
    keeper,
    error: keeper.fault === undefined ? undefined : faultText(text, keeper.fault),
    isReadOnly,
  };
  return (
    <div className={css["field"]}>
      {restrictedIntakeFields.includes(field.id) ? (
        <RestrictedField
          dossierId={dossier.id}
          field={intakeFieldName(field.id)}
          label={props.label}
          stored={dossier.intake[field.id] ?? ""}
        >
          {(value, change) => <Input {...props} value={value} keeper={shownWhileTyped(keeper, change)} />}
        </RestrictedField>
      ) : (
        <Input {...props} />
      )}
      <div className={css["under"]}>
        <Marks field={field} />
        <FieldHistory
          dossierId={dossier.id}
          name={{ place: "intake", rowId: field.id, field: "" }}
          label={props.label}
          isReadOnly={isReadOnly}
        />
      </div>
    </div>
  );
}

/** A keeper that also keeps on screen what is typed, although the stored value is masked from now on. */
function shownWhileTyped(keeper: InputProps["keeper"], show: (value: string) => void): InputProps["keeper"] {
  return {
    ...keeper,
    enter: (patch) => {
      show(patch.value ?? "");
      keeper.enter(patch);
    },
  };
}

function Input(props: InputProps): ReactNode {
  switch (props.field.type) {
    case "daterange":
      return <PeriodInput {...props} />;
    case "date":
      return <DayInput {...props} />;
    case "choice":
      return <ChoiceInput {...props} />;
    case "org":
      return <LineInput {...props} />;
    case "table":
    case "list":
    case "names":
    case "text":
      return <TextInput {...props} />;
    default:
      return null;
  }
}

function Marks({ field }: { readonly field: IntakeField }): ReactNode {
  const text = useText();
  if (field.purpose === undefined && field.sensitivity === undefined) return null;
  return (
    <p className={css["marks"]}>
      {field.sensitivity !== undefined && <Badge>{text(`intake.sensitivity-${field.sensitivity}`)}</Badge>}
      {field.purpose === "fefa_only" && <Badge tone="warning">{text("intake.fefaOnly")}</Badge>}
    </p>
  );
}

function LineInput({ field, label, value, keeper, error, isReadOnly }: InputProps): ReactNode {
  return (
    <TextField
      label={label}
      necessity={field.required === true ? "required" : undefined}
      value={value}
      onChange={(next) => keeper.enter({ value: next })}
      onCommit={() => void keeper.commit()}
      commitIdleMs={idleMs}
      isReadOnly={isReadOnly}
      saveState={keeper.state}
      error={error}
    />
  );
}

function TextInput({ field, label, value, keeper, error, isReadOnly }: InputProps): ReactNode {
  const text = useText();
  const isPerLine = field.type === "table" || field.type === "list";
  return (
    <TextArea
      label={label}
      necessity={field.required === true ? "required" : undefined}
      help={isPerLine ? text("intake.perLine") : undefined}
      rows={isPerLine ? 2 : 1}
      value={value}
      onChange={(next) => keeper.enter({ value: next })}
      onCommit={() => void keeper.commit()}
      commitIdleMs={idleMs}
      isReadOnly={isReadOnly}
      saveState={keeper.state}
      error={error}
    />
  );
}

/** The name lists the usual choices in Japanese; one press fills one in, and anything else may be typed. */
function ChoiceInput(props: InputProps): ReactNode {
  const { field, value, keeper, isReadOnly } = props;
  const choices = choicesIn(field.name.ja);
  const isJapanese = props.label === field.name.ja;
  return (
    <div className={css["choice"]}>
      <LineInput {...props} />
      {isJapanese && !isReadOnly && value === "" && choices.length > 0 && (
        <div className={css["chips"]}>
          {choices.map((choice) => (
            <Button
              key={choice}
              size="small"
              onPress={() => {
                keeper.enter({ value: choice });
                void keeper.commit();
              }}
            >
              {choice}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}

function PeriodInput({ label, value, keeper, error, isReadOnly }: InputProps): ReactNode {
  const text = useText();
  const period = periodOf(value);
  const set = (part: Partial<typeof period>): void => {
    keeper.enter({ value: periodText({ ...period, ...part }) });
    void keeper.commit();
  };
  return (
    <div className={css["period"]}>
      <DateField
        label={text("intake.from", { label })}
        value={period.from}
        onChange={(from) => set({ from })}
        isReadOnly={isReadOnly}
        error={error}
      />
      <DateField
        label={text("intake.to")}
        value={period.to}
        onChange={(to) => set({ to })}
        isReadOnly={isReadOnly}
        error={isBackwards(period) ? text("intake.backwards") : undefined}
      />
    </div>
  );
}

function DayInput({ field, label, value, keeper, error, isReadOnly }: InputProps): ReactNode {
  const text = useText();
  const { day, note } = dayNoteOf(value);
  return (
    <div className={css["day"]}>
      <DateField
        label={label}
        necessity={field.required === true ? "required" : undefined}
        value={day}
        onChange={(next) => {
          keeper.enter({ value: dayNoteText({ day: next, note }) });
          void keeper.commit();
        }}
        isReadOnly={isReadOnly}
        error={error}
      />
      <TextField
        label={text("intake.dayNote")}
        value={note}
        onChange={(next) => keeper.enter({ value: dayNoteText({ day, note: next }) })}
        onCommit={() => void keeper.commit()}
        commitIdleMs={idleMs}
        isReadOnly={isReadOnly}
        saveState={keeper.state}
      />
    </div>
  );
}
