import { type ReactNode, useState } from "react";
import { z } from "zod";
import type { Fault } from "../../../shared/contract/channel.ts";
import type { Dossier } from "../../../shared/domain/dossier.ts";
import { SamenessVerdict, type Sighting } from "../../../shared/domain/profile/sameness.ts";
import { textLimits } from "../../../shared/domain/text.ts";
import { host } from "../../host.ts";
import { useFormDraft } from "../../stores/form-draft.ts";
import { notify } from "../../stores/notice-store.ts";
import { faultText, useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { ChoiceGroup } from "../../ui/ChoiceGroup.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { TextArea } from "../../ui/TextArea.tsx";
import css from "./subjects.module.css";

/** A pair of records that somebody may say something about. */
export type Pair = Pick<Sighting, "subjectId" | "other">;

const Judging = z.object({ verdict: SamenessVerdict.nullable(), reason: z.string() });

interface JudgeDialogProps {
  readonly dossier: Dossier;
  readonly pair: Pair;
  readonly title: string;
  readonly onClose: () => void;
  readonly onDone: (sightings: readonly Sighting[]) => void;
}

/** Says of two records whether they speak of the same subject, with the reason. */
export function JudgeDialog({ dossier, pair, title, onClose, onDone }: JudgeDialogProps): ReactNode {
  const text = useText();
  const [draft, setDraft] = useState<z.infer<typeof Judging>>({ verdict: null, reason: "" });
  const [fault, setFault] = useState<Fault>();
  const [isBusy, setBusy] = useState(false);
  const { verdict, reason } = draft;
  const { other, subjectId } = pair;
  const kept = useFormDraft({
    dossierId: dossier.id,
    form: `sameness.${subjectId.slice(0, 8)}.${other.subjectId.slice(0, 8)}`,
    schema: Judging,
    value: draft,
    isTouched: verdict !== null || reason !== "",
    onRestore: setDraft,
  });
  const close = (): void => {
    kept.drop();
    onClose();
  };
  const save = async (): Promise<void> => {
    if (verdict === null || isBusy) return;
    setBusy(true);
    const judgement = {
      subjectId,
      otherDossierId: other.dossierId,
      otherSubjectId: other.subjectId,
      verdict,
      reason,
    };
    const judged = await host.profile.judge({ dossierId: dossier.id, judgement });
    setBusy(false);
    if (!judged.ok) return setFault(judged.error);
    onDone(judged.value.sightings);
    notify({ tone: "success", text: text("subjects.judgedNotice") });
    close();
  };
  const isShort = reason.trim().length < textLimits.reasonMinimum;
  return (
    <Dialog
      title={title}
      isOpen
      onClose={close}
      actions={
        <Button tone="primary" onPress={() => void save()} isBusy={isBusy} isDisabled={verdict === null || isShort}>
          {text("subjects.save")}
        </Button>
      }
    >
      <div className={css["form"]}>
        {fault !== undefined && <Banner tone="error" title={faultText(text, fault)} isLive />}
        <p className={css["sentence"]}>
          {other.name}（{text("subjects.otherCase", { number: other.number, title: other.title })}）
        </p>
        <ChoiceGroup
          label={text("subjects.verdict")}
          choices={SamenessVerdict.options.map((value) => ({
            value,
            label: text(`subjects.verdict-${value}`),
            help: text(value === "same" ? "subjects.sameHelp" : "subjects.differentHelp"),
          }))}
          value={verdict ?? undefined}
          onChange={(next) => setDraft({ verdict: next, reason })}
        />
        <TextArea
          label={text("subjects.reason")}
          help={text("subjects.reasonHelp")}
          rows={3}
          value={reason}
          onChange={(next) => setDraft({ verdict, reason: next })}
        />
      </div>
    </Dialog>
  );
}
