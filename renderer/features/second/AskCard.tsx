import { type ReactNode, useEffect, useState } from "react";
import type { SecondReaderCandidate } from "../../../shared/contract/calls/second.ts";
import type { Fault } from "../../../shared/contract/channel.ts";
import type { Template } from "../../../shared/domain/content/template.ts";
import type { Dossier } from "../../../shared/domain/dossier.ts";
import type { ItemId } from "../../../shared/domain/ids.ts";
import { textLimits } from "../../../shared/domain/text.ts";
import { host } from "../../host.ts";
import { useFormDraft } from "../../stores/form-draft.ts";
import { notify } from "../../stores/notice-store.ts";
import { faultText, useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { ChoiceGroup } from "../../ui/ChoiceGroup.tsx";
import { Select } from "../../ui/Select.tsx";
import { TextArea } from "../../ui/TextArea.tsx";
import { AskDraft, emptyAsk, itemChoices, itemsFor } from "./ask-draft.ts";
import css from "./second.module.css";
import { loadSecondReviews } from "./second-store.ts";

interface AskCardProps {
  readonly dossier: Dossier;
  readonly candidates: readonly SecondReaderCandidate[];
}

/** Asks somebody to read the case a second time without seeing what was answered. */
export function AskCard({ dossier, candidates }: AskCardProps): ReactNode {
  const text = useText();
  const { draft, change, chosen, counts, ask, fault } = useAsk({ dossier, candidates });
  const send = (
    <Button tone="primary" isDisabled={chosen === undefined || counts(draft.items) === 0} onPress={() => void ask()}>
      {text("second.ask")}
    </Button>
  );
  return (
    <Card
      title={text("second.askTitle")}
      lead={text("second.askLead")}
      footer={candidates.length > 0 ? send : undefined}
    >
      {fault !== undefined && <Banner tone="error" title={faultText(text, fault)} isLive />}
      {candidates.length === 0 ? (
        <p>{text("second.noCandidates")}</p>
      ) : (
        <div className={css["form"]}>
          <Select
            label={text("second.reader")}
            help={text("second.readerHelp")}
            necessity="required"
            placeholder={text("second.chooseReader")}
            options={candidates.map(({ personId, displayName, hasRead }) => ({
              value: personId,
              label: displayName,
              help: hasRead ? text("second.hasRead") : undefined,
            }))}
            value={chosen?.personId}
            onChange={(readerId) => change({ readerId })}
          />
          {chosen?.hasRead === true && <p className={css["small"]}>{text("second.hasReadMeans")}</p>}
          <ChoiceGroup
            label={text("second.items")}
            choices={itemChoices.map((choice) => ({
              value: choice,
              label: text(`second.items-${choice}`, { count: counts(choice) }),
              isDisabled: counts(choice) === 0,
            }))}
            value={draft.items}
            onChange={(items) => change({ items })}
            layout="row"
          />
          <TextArea
            label={text("second.note")}
            help={text("second.noteHelp")}
            necessity="optional"
            value={draft.note}
            onChange={(note) => change({ note })}
            characterLimit={textLimits.note}
            rows={2}
          />
        </div>
      )}
    </Card>
  );
}

interface Ask {
  readonly draft: AskDraft;
  readonly change: (part: Partial<AskDraft>) => void;
  readonly chosen: SecondReaderCandidate | undefined;
  /** How many items a choice stands for. */
  readonly counts: (choice: AskDraft["items"]) => number;
  readonly ask: () => Promise<void>;
  readonly fault: Fault | undefined;
}

function useAsk({ dossier, candidates }: AskCardProps): Ask {
  const text = useText();
  const template = useTemplate(dossier);
  const [draft, setDraft] = useState(emptyAsk);
  const [fault, setFault] = useState<Fault>();
  const kept = useFormDraft({
    dossierId: dossier.id,
    form: "second-review",
    schema: AskDraft,
    value: draft,
    isTouched: draft !== emptyAsk,
    onRestore: setDraft,
  });
  const chosen = candidates.find(({ personId }) => personId === draft.readerId);
  const items = (choice: AskDraft["items"]): ItemId[] =>
    template === undefined ? [] : itemsFor(template, dossier.depth, choice);

  async function ask(): Promise<void> {
    if (chosen === undefined) return;
    const { personId: readerId, displayName: name } = chosen;
    const request = { dossierId: dossier.id, readerId, items: items(draft.items), note: draft.note };
    const asked = await host.second.ask(request);
    setFault(asked.ok ? undefined : asked.error);
    if (!asked.ok) return;
    kept.drop();
    setDraft(emptyAsk);
    await loadSecondReviews(dossier.id);
    notify({ tone: "success", text: text("second.asked", { name }) });
  }

  const change = (part: Partial<AskDraft>): void => setDraft((before) => ({ ...before, ...part }));
  return { draft, change, chosen, counts: (choice) => items(choice).length, ask, fault };
}

/** The checklist of the case. */
function useTemplate({ id, templateHash }: Dossier): Template | undefined {
  const [template, setTemplate] = useState<Template>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another template under the same case is read anew.
  useEffect(() => {
    let isShown = true;
    void host.checklist.open({ dossierId: id }).then((opened) => {
      if (isShown && opened.ok) setTemplate(opened.value.template);
    });
    return () => {
      isShown = false;
    };
  }, [id, templateHash]);
  return template;
}
