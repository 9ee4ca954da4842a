import { type ReactNode, useState } from "react";
import { z } from "zod";
import { itemsOf, type Template } from "../../../shared/domain/content/template.ts";
import type { Dossier } from "../../../shared/domain/dossier.ts";
import { ItemId } from "../../../shared/domain/ids.ts";
import { Day } from "../../../shared/domain/time.ts";
import { host } from "../../host.ts";
import { ExportDialog } from "../../parts/reauth/ExportDialog.tsx";
import { useFormDraft } from "../../stores/form-draft.ts";
import { useLocale, useText } from "../../stores/text.ts";
import { Button } from "../../ui/Button.tsx";
import { CheckboxGroup } from "../../ui/CheckboxGroup.tsx";
import { DateField } from "../../ui/DateField.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { SegmentedControl } from "../../ui/SegmentedControl.tsx";
import { TextArea } from "../../ui/TextArea.tsx";
import { TextField } from "../../ui/TextField.tsx";
import css from "./questionnaire.module.css";

const SheetForm = z.strictObject({
  itemIds: z.array(ItemId),
  locale: z.enum(["ja", "en"]),
  recipient: z.string(),
  note: z.string(),
  dueDay: Day.nullable(),
});
type SheetForm = z.infer<typeof SheetForm>;

interface NewSheetProps {
  readonly dossier: Dossier;
  readonly template: Template;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Whom to ask and what; then purpose and passphrase, and the file leaves. */
export function NewSheet({ dossier, template, onClose, onDone }: NewSheetProps): ReactNode {
  const text = useText();
  const locale = useLocale();
  const [form, setForm] = useState<SheetForm>({ itemIds: [], locale, recipient: "", note: "", dueDay: null });
  const [isTouched, setTouched] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const draft = useFormDraft({
    dossierId: dossier.id,
    form: "questionnaire",
    schema: SheetForm,
    value: form,
    isTouched,
    onRestore: (restored) => {
      setForm(restored);
      setTouched(true);
    },
  });
  const change = (part: Partial<SheetForm>): void => {
    setForm((now) => ({ ...now, ...part }));
    setTouched(true);
  };
  const recipient = form.recipient.trim();
  const count = form.itemIds.length;
  if (isAsking)
    return (
      <ExportDialog
        title={text("questionnaire.exportTitle")}
        lead={text("questionnaire.exportLead", { recipient, count })}
        confirmLabel={text("questionnaire.exportConfirm")}
        onExport={(request) =>
          host.questionnaires.export({
            dossierId: dossier.id,
            questionnaire: { ...form, recipient },
            ...request,
          })
        }
        onDone={() => {
          draft.drop();
          onDone();
        }}
        onClose={() => setAsking(false)}
      />
    );
  return (
    <Dialog
      title={text("questionnaire.new")}
      isOpen
      size="large"
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{text("common.cancel")}</Button>
          <Button tone="primary" isDisabled={recipient === "" || count === 0} onPress={() => setAsking(true)}>
            {text("questionnaire.next")}
          </Button>
        </>
      }
    >
      <SheetFields form={form} template={template} onChange={change} />
    </Dialog>
  );
}

interface FieldsProps {
  readonly form: SheetForm;
  readonly template: Template;
  readonly onChange: (part: Partial<SheetForm>) => void;
}

function SheetFields({ form, template, onChange }: FieldsProps): ReactNode {
  const text = useText();
  return (
    <div className={css["form"]}>
      <TextField
        label={text("questionnaire.recipient")}
        help={text("questionnaire.recipientHelp")}
        necessity="required"
        value={form.recipient}
        onChange={(recipient) => onChange({ recipient })}
        maxLength={200}
        isName
        autoFocus
      />
      <SegmentedControl
        label={text("questionnaire.language")}
        segments={[
          { value: "ja", label: text("frame.japanese") },
          { value: "en", label: text("frame.english") },
        ]}
        value={form.locale}
        onChange={(chosen) => onChange({ locale: chosen === "en" ? "en" : "ja" })}
      />
      <DateField
        label={text("questionnaire.dueDay")}
        value={form.dueDay ?? undefined}
        onChange={(day) => onChange({ dueDay: day === undefined ? null : Day.parse(day) })}
      />
      <TextArea
        label={text("questionnaire.words")}
        value={form.note}
        onChange={(note) => onChange({ note })}
        characterLimit={4000}
        rows={2}
      />
      <CheckboxGroup
        label={text("questionnaire.items")}
        help={text("questionnaire.itemsCount", { count: form.itemIds.length })}
        options={itemsOf(template).map((item) => ({
          value: item.id,
          label: `${item.id} ${item.question[form.locale]}`,
        }))}
        value={form.itemIds}
        onChange={(chosen) => onChange({ itemIds: chosen.map((id) => ItemId.parse(id)) })}
      />
    </div>
  );
}
