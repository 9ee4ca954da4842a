import { type ReactNode, useState } from "react";
import { IdentityCertainty, nameOf } from "../../../shared/domain/content/vocabulary.ts";
import { textLimits } from "../../../shared/domain/text.ts";
import { FieldHistory } from "../../parts/history/FieldHistory.tsx";
import { useContent } from "../../stores/content-store.ts";
import { usePick, useText } from "../../stores/text.ts";
import { Checkbox } from "../../ui/Checkbox.tsx";
import { HelpTip } from "../../ui/HelpTip.tsx";
import { Select } from "../../ui/Select.tsx";
import { TextArea } from "../../ui/TextArea.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { chooseInAnswer, commitAnswer, typeInAnswer, useChecklist } from "./checklist-store.ts";
import type { ItemView } from "./item-view.ts";
import { problemOf } from "./item-work.ts";
import { minutesOfText } from "./minutes-text.ts";
import { idleMs } from "./pace.ts";
import css from "./RecordFields.module.css";

/** What was found, what the other side says, what we make of it; and how sure, and how long it took. */
export function RecordFields({ view }: { readonly view: ItemView }): ReactNode {
  const text = useText();
  const isRisk = view.one.scale === "risk";
  return (
    <section className={css["part"]} aria-labelledby="record">
      <div className={css["head"]}>
        <h3 className={css["title"]} id="record">
          {text("checklist.record")}
        </h3>
        <NeverCollect />
      </div>
      <LongText
        view={view}
        field="fact"
        label={text(isRisk ? "checklist.fact" : "checklist.selfFact")}
        help={text(isRisk ? "checklist.factHelp" : "checklist.selfFactHelp")}
      />
      <LongText
        view={view}
        field="explanation"
        label={text(isRisk ? "checklist.explanation" : "checklist.selfExplanation")}
        help={text(isRisk ? "checklist.explanationHelp" : "checklist.selfExplanationHelp")}
      />
      <LongText
        view={view}
        field="assessment"
        label={text(isRisk ? "checklist.assessment" : "checklist.selfAssessment")}
        help={text(isRisk ? "checklist.assessmentHelp" : "checklist.selfAssessmentHelp")}
      />
      {isRisk && <Certainty view={view} />}
      <Minutes view={view} />
    </section>
  );
}

/** Near the limit the count is shown; before that it would only be noise. In UTF-16 units. */
const countFrom = textLimits.longText * 0.8;

interface LongTextProps {
  readonly view: ItemView;
  readonly field: "fact" | "explanation" | "assessment";
  readonly label: string;
  readonly help: string;
}

/** One of the three long fields of an answer, stored at a pause. */
export function LongText({ view, field, label, help }: LongTextProps): ReactNode {
  const text = useText();
  const { dossierId } = useChecklist();
  const value = view.one.answer[field];
  const problem = problemOf(field, value);
  return (
    <div data-place={field} className={css["long"]}>
      {dossierId !== undefined && (
        <span className={css["past"]} data-beside="">
          <FieldHistory
            dossierId={dossierId}
            name={{ place: "answer", rowId: view.itemId, field }}
            label={label}
            isReadOnly={view.isReadOnly}
          />
        </span>
      )}
      <TextArea
        label={label}
        help={help}
        rows={2}
        value={value}
        onChange={(next) => typeInAnswer(view.itemId, { [field]: next })}
        onCommit={() => commitAnswer(view.itemId)}
        commitIdleMs={idleMs}
        isReadOnly={view.isReadOnly}
        error={problem === undefined ? undefined : text(`checklist.problem-${problem}`)}
        {...(value.length > countFrom && { characterLimit: textLimits.longText })}
      />
    </div>
  );
}

function Certainty({ view }: { readonly view: ItemView }): ReactNode {
  const text = useText();
  const pick = usePick();
  const { vocabulary } = useContent();
  const { answer, subjectIdentity } = view.one;
  const name = (id: IdentityCertainty): string => pick(nameOf(vocabulary, "identityCertainty", id));
  const ofCase = text("checklist.identityOfCase", { name: name(subjectIdentity) });
  return (
    <div className={css["certainty"]}>
      <div data-place="identity">
        <Select
          label={text("checklist.identity")}
          help={text("checklist.identityHelp")}
          placeholder={ofCase}
          options={[
            { value: "case", label: ofCase },
            ...IdentityCertainty.options.map((id) => ({ value: id, label: name(id) })),
          ]}
          value={answer.identity ?? "case"}
          onChange={(value) =>
            chooseInAnswer(view.itemId, { identity: IdentityCertainty.options.find((id) => id === value) ?? null })
          }
          isDisabled={view.isReadOnly}
        />
      </div>
      <Checkbox
        isSelected={answer.confirmedBySubject}
        onChange={(confirmedBySubject) => chooseInAnswer(view.itemId, { confirmedBySubject })}
        isDisabled={view.isReadOnly}
      >
        {text("checklist.confirmed")}
      </Checkbox>
    </div>
  );
}

function Minutes({ view }: { readonly view: ItemView }): ReactNode {
  const text = useText();
  const { minutes } = view.one.answer;
  const [typed, setTyped] = useState(String(minutes));
  const [seen, setSeen] = useState(minutes);
  // Undone, or changed in another window: the field follows, unless it already says so.
  if (seen !== minutes) {
    setSeen(minutes);
    if (minutesOfText(typed) !== minutes) setTyped(String(minutes));
  }
  return (
    <TextField
      label={text("checklist.minutes")}
      width="short"
      value={typed}
      onChange={(next) => {
        setTyped(next);
        const parsed = minutesOfText(next);
        if (parsed !== undefined) typeInAnswer(view.itemId, { minutes: parsed });
      }}
      onCommit={() => commitAnswer(view.itemId)}
      commitIdleMs={idleMs}
      isReadOnly={view.isReadOnly}
      error={minutesOfText(typed) === undefined ? text("checklist.minutesBad") : undefined}
    />
  );
}

function NeverCollect(): ReactNode {
  const text = useText();
  const pick = usePick();
  const { privacy } = useContent();
  return (
    <span className={css["never"]}>
      {text("checklist.neverCollect")}
      <HelpTip about={text("checklist.neverCollect")}>
        <p>{text("checklist.neverCollectLead")}</p>
        <ul className={css["kinds"]}>
          {privacy.neverCollect.map((kind) => (
            <li key={kind.id}>{pick(kind.name)}</li>
          ))}
        </ul>
      </HelpTip>
    </span>
  );
}
