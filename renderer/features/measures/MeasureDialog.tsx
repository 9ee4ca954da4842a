import { type ReactNode, useState } from "react";
import { z } from "zod";
import type { Fault } from "../../../shared/contract/channel.ts";
import type { Measure } from "../../../shared/domain/content/measure.ts";
import { MeasureStatus } from "../../../shared/domain/content/vocabulary.ts";
import { MeasureInput, type MeasureTaken } from "../../../shared/domain/decision.ts";
import type { DossierId } from "../../../shared/domain/ids.ts";
import { textLimits } from "../../../shared/domain/text.ts";
import { listSeparator } from "../../../shared/strings/risk-sentences.ts";
import { useContent } from "../../stores/content-store.ts";
import { useFormDraft } from "../../stores/form-draft.ts";
import { notify } from "../../stores/notice-store.ts";
import { useSpeaker } from "../../stores/speaker.ts";
import { faultText, usePick, useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { Checkbox } from "../../ui/Checkbox.tsx";
import { ChoiceGroup } from "../../ui/ChoiceGroup.tsx";
import { DateField } from "../../ui/DateField.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Select } from "../../ui/Select.tsx";
import { TextArea } from "../../ui/TextArea.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { EffectList } from "./EffectList.tsx";
import { effectSummary } from "./effect-words.ts";
import css from "./MeasureDialog.module.css";
import { earliestDay, type MeasureField, mustBeComplete, openedForm, problemsOf } from "./measure-draft.ts";
import { keepForm, keptForm, measureStore, recordMeasure } from "./measure-store.ts";

interface MeasureDialogProps {
  readonly dossierId: DossierId;
  readonly measure: Measure;
  readonly taken: MeasureTaken | undefined;
  readonly onClose: () => void;
}

/** The form of one measure. What is typed outlives the dialog until it is recorded. */
export function MeasureDialog(props: MeasureDialogProps): ReactNode {
  const text = useText();
  const pick = usePick();
  const { nameOf } = useSpeaker();
  const work = useMeasureWork(props);
  const { measure, taken, onClose } = props;
  const actions = (
    <>
      <Button onPress={onClose}>{text("common.cancel")}</Button>
      <Button tone="primary" isBusy={work.isBusy} onPress={() => void work.save()}>
        {text("measures.save")}
      </Button>
    </>
  );
  return (
    <Dialog
      title={text(taken === undefined ? "measures.formAdd" : "measures.formEdit", {
        measure: nameOf("measure", measure.id),
      })}
      isOpen
      onClose={onClose}
      actions={actions}
      size="large"
    >
      <div className={css["about"]}>
        <p>{pick(measure.description)}</p>
        <EffectList measure={measure} />
      </div>
      {work.isFromBefore && <Banner title={text("measures.draftBack")} />}
      {work.fault !== undefined && <Banner tone="error" title={faultText(text, work.fault)} isLive />}
      <Fields work={work} />
    </Dialog>
  );
}

interface MeasureWork {
  readonly form: MeasureInput;
  readonly isFromBefore: boolean;
  readonly isBusy: boolean;
  readonly fault: Fault | undefined;
  change(part: Partial<MeasureInput>): void;
  /** What is wrong with a field, once the person has tried to record. */
  errorOf(field: MeasureField): string | undefined;
  save(): Promise<void>;
}

function useMeasureWork({ dossierId, measure, taken, onClose }: MeasureDialogProps): MeasureWork {
  const text = useText();
  const speaker = useSpeaker();
  const { locale } = speaker;
  const [start] = useState(() => openedForm(measure, taken, locale));
  const [kept] = useState(() => keptForm(dossierId, measure.id));
  const [form, setForm] = useState(kept ?? start);
  const draft = useFormDraft({
    dossierId,
    form: `measure.${measure.id}`,
    // Half typed, a day or a text may still be one that the call refuses.
    schema: MeasureInput.extend({ owner: z.string(), verification: z.string(), note: z.string() }),
    value: form,
    isTouched: JSON.stringify(form) !== JSON.stringify(start),
    onRestore: setForm,
  });
  const [hasTried, setTried] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState<Fault>();
  const problems = problemsOf(form);

  async function save(): Promise<void> {
    setTried(true);
    if (problems.length > 0 || isBusy) return;
    setBusy(true);
    const stored = await recordMeasure(dossierId, form);
    setBusy(false);
    if (!stored.ok) {
      setFault(stored.error);
      return;
    }
    draft.drop();
    tellEffect();
    onClose();
  }

  /** The list of effects stands at the top of the page; whoever records from further down hears it where they are. */
  function tellEffect(): void {
    const last = measureStore.getState().lastEffect;
    if (last === undefined) return;
    const effects = effectSummary(speaker, last.effect).join(listSeparator(locale));
    notify({
      tone: "success",
      text: text("measures.effectShort", { measure: speaker.nameOf("measure", measure.id), effects }),
    });
  }

  return {
    form,
    isFromBefore: kept !== undefined,
    isBusy,
    fault,
    change(part) {
      const next = { ...form, ...part };
      setForm(next);
      setFault(undefined);
      keepForm({ dossierId, form: next });
    },
    errorOf(field) {
      const problem = problems.find((one) => one.field === field);
      if (problem === undefined) return undefined;
      if (problem.code === "too-long") return text("measures.tooLong", { limit: problem.limit });
      if (problem.code === "text-invalid") return text("error.text-invalid");
      if (!hasTried) return undefined;
      return problem.code === "needed" ? text("measures.needed", { field }) : text("measures.implausible");
    },
    save,
  };
}

function Fields({ work }: { work: MeasureWork }): ReactNode {
  const text = useText();
  const pick = usePick();
  const { scoring, vocabulary } = useContent();
  const { form } = work;
  const necessity = mustBeComplete(form.status) ? "required" : "optional";
  const counts = (id: MeasureStatus) => scoring.residual.statuses.find((one) => one.id === id)?.counts ?? "no";
  return (
    <div className={css["form"]}>
      <div className={css["whole"]}>
        <ChoiceGroup
          label={text("measures.statusLabel")}
          layout="row"
          choices={MeasureStatus.options.map((status) => ({
            value: status,
            label: text(`measures.status-${status}`),
            help: text(`measures.counts-${counts(status)}`),
          }))}
          value={form.status}
          onChange={(status) => work.change({ status })}
        />
      </div>
      <TextField
        label={text("risk.owner")}
        help={text("measures.ownerHelp")}
        necessity={necessity}
        value={form.owner}
        onChange={(owner) => work.change({ owner })}
        error={work.errorOf("owner")}
        isName
      />
      <Select
        label={text("measures.ownerRole")}
        placeholder={text("measures.choose")}
        options={vocabulary.roles.map((role) => ({ value: role.id, label: pick(role.name) }))}
        value={form.ownerRole}
        onChange={(ownerRole) => work.change({ ownerRole })}
      />
      <DateField
        label={text("risk.dueDay")}
        necessity={necessity}
        value={form.dueDay ?? undefined}
        onChange={(day) => work.change({ dueDay: day ?? null })}
        min={earliestDay}
        error={work.errorOf("dueDay")}
      />
      <div className={css["tick"]}>
        <Checkbox isSelected={form.beforeStart} onChange={(beforeStart) => work.change({ beforeStart })}>
          {text("risk.beforeStart")}
        </Checkbox>
      </div>
      <div className={css["whole"]}>
        <Texts work={work} necessity={necessity} />
      </div>
    </div>
  );
}

function Texts({ work, necessity }: { work: MeasureWork; necessity: "required" | "optional" }): ReactNode {
  const text = useText();
  const { form } = work;
  return (
    <>
      <TextArea
        label={text("risk.verification")}
        necessity={necessity}
        value={form.verification}
        onChange={(verification) => work.change({ verification })}
        error={work.errorOf("verification")}
        characterLimit={textLimits.shortNote}
        rows={2}
      />
      <TextArea
        label={text("common.note")}
        help={text("measures.noteHelp")}
        necessity="optional"
        value={form.note}
        onChange={(note) => work.change({ note })}
        error={work.errorOf("note")}
        rows={2}
      />
    </>
  );
}
