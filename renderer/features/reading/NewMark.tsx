import { type ReactNode, useState } from "react";
import { z } from "zod";
import type { DossierId, EvidenceId } from "../../../shared/domain/ids.ts";
import { textLimits } from "../../../shared/domain/text.ts";
import { host } from "../../host.ts";
import { useFormDraft } from "../../stores/form-draft.ts";
import { faultText, useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { TextArea } from "../../ui/TextArea.tsx";
import css from "./marks.module.css";
import { adoptMark, type Draft, draftMark, showMark } from "./reading-store.ts";

interface NewMarkProps {
  readonly dossierId: DossierId;
  readonly evidenceId: EvidenceId;
  readonly draft: Draft;
}

/** A place that was chosen becomes a highlight, with what the person says about it. */
export function NewMark({ dossierId, evidenceId, draft }: NewMarkProps): ReactNode {
  const text = useText();
  const [note, setNote] = useState("");
  const [problem, setProblem] = useState<string>();
  const kept = useFormDraft({
    dossierId,
    form: `mark.${evidenceId}`,
    schema: z.object({ note: z.string() }),
    value: { note },
    isTouched: note !== "",
    onRestore: (restored) => setNote(restored.note ?? ""),
  });
  const keep = async (): Promise<void> => {
    const made = await host.reading.mark({ dossierId, evidenceId, mark: { ...draft, note } });
    if (!made.ok) {
      setProblem(faultText(text, made.error));
      return;
    }
    kept.drop();
    adoptMark(made.value);
    draftMark(undefined);
    showMark(made.value.id);
  };
  return (
    <section className={css["newMark"]} aria-label={text("reading.newMark")}>
      <h3 className={css["panelTitle"]}>{text("reading.newMark")}</h3>
      {problem !== undefined && <Banner tone="error" title={problem} isLive />}
      {draft.quote !== "" && <blockquote className={css["quote"]}>{draft.quote}</blockquote>}
      <TextArea
        label={text("reading.note")}
        value={note}
        onChange={setNote}
        rows={3}
        characterLimit={textLimits.note}
        autoFocus
      />
      <div className={css["actions"]}>
        <Button tone="primary" size="small" onPress={() => void keep()}>
          {text("reading.keep")}
        </Button>
        <Button
          size="small"
          onPress={() => {
            kept.drop();
            draftMark(undefined);
          }}
        >
          {text("reading.drop")}
        </Button>
      </div>
    </section>
  );
}
