import { type ReactNode, useState } from "react";
import type { DossierId } from "../../../shared/domain/ids.ts";
import type { Verdict } from "../../../shared/domain/judging/verdict.ts";
import type { Hit } from "../../../shared/domain/screening.ts";
import { textLimits } from "../../../shared/domain/text.ts";
import { type Command, useOfferCommands } from "../../stores/command-store.ts";
import { useContent } from "../../stores/content-store.ts";
import { useFormDraft } from "../../stores/form-draft.ts";
import { notify } from "../../stores/notice-store.ts";
import { faultText, usePick, useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { ChoiceGroup } from "../../ui/ChoiceGroup.tsx";
import { Select } from "../../ui/Select.tsx";
import { TextArea } from "../../ui/TextArea.tsx";
import css from "./screening.module.css";
import { judgeHit } from "./screening-store.ts";
import { canJudge, emptyVerdict, KeptVerdict, type VerdictDraft, verdictOf } from "./verdict.ts";

interface JudgeFormProps {
  readonly dossierId: DossierId;
  readonly hit: Hit;
  readonly isFrozen: boolean;
}

/** The verdict on one candidate: what it is, why, and who else agrees where the rules want two people. */
export function JudgeForm({ dossierId, hit, isFrozen }: JudgeFormProps): ReactNode {
  const text = useText();
  const { vocabulary } = useContent();
  const { draft, change, judge, problem } = useJudging(dossierId, hit);
  const canRecord = !isFrozen && canJudge(draft);
  const record = (): void => void judge(verdictOf(draft));
  const dispositions = vocabulary.screeningDispositions;
  const needsSecond = dispositions.some((entry) => entry.id === draft.disposition && entry.needsSecondPerson);
  useOfferCommands([
    ...dispositions.map(
      (entry, place): Command => ({
        id: `match.${entry.id}`,
        titleKey: `match.verdict-${entry.id}`,
        keys: [String(place + 1)],
        when: () => !isFrozen,
        run: () => change({ disposition: entry.id }),
      }),
    ),
    { id: "match.record", titleKey: "match.record", keys: ["Ctrl+Enter"], when: () => canRecord, run: record },
  ]);
  return (
    <Card
      title={text("match.verdict")}
      footer={
        <>
          <Button tone="primary" shortcut="Ctrl+Enter" isDisabled={!canRecord} onPress={record}>
            {text("match.record")}
          </Button>
          {hit.judgement !== null && (
            <Button isDisabled={isFrozen} onPress={() => void judge(null)}>
              {text("match.takeBack")}
            </Button>
          )}
        </>
      }
    >
      {problem !== undefined && <Banner tone="error" title={problem} isLive />}
      <Choices draft={draft} change={change} isFrozen={isFrozen} />
      {needsSecond && <p className={css["limits"]}>{text("match.secondPersonHelp")}</p>}
    </Card>
  );
}

interface Judging {
  readonly draft: VerdictDraft;
  readonly problem: string | undefined;
  change(part: Partial<VerdictDraft>): void;
  /** Records a verdict, or takes it back with null; either can be undone from the notice. */
  judge(judgement: Verdict | null): Promise<void>;
}

function useJudging(dossierId: DossierId, hit: Hit): Judging {
  const text = useText();
  const [draft, setDraft] = useState<VerdictDraft>(() => emptyVerdict(hit.judgement));
  const [problem, setProblem] = useState<string>();
  const kept = useFormDraft({
    dossierId,
    form: `verdict.${hit.id}`,
    schema: KeptVerdict,
    value: draft,
    isTouched: JSON.stringify(draft) !== JSON.stringify(emptyVerdict(hit.judgement)),
    onRestore: (restored) => setDraft((known) => ({ ...known, ...restored })),
  });
  return {
    draft,
    problem,
    change: (part) => setDraft((known) => ({ ...known, ...part })),
    judge: async (judgement) => {
      const before = hit.judgement === null ? null : verdictOf(emptyVerdict(hit.judgement));
      const fault = await judgeHit(dossierId, hit.id, judgement);
      setProblem(fault === undefined ? undefined : faultText(text, fault));
      if (fault !== undefined) return;
      kept.drop();
      if (judgement === null) setDraft(emptyVerdict(null));
      const undo = async (): Promise<void> => {
        const refused = await judgeHit(dossierId, hit.id, before);
        if (refused === undefined) setDraft(emptyVerdict(before));
        else notify({ tone: "error", text: faultText(text, refused) });
      };
      notify({ tone: "success", text: text(judgement === null ? "match.takenBack" : "match.recorded"), undo });
    },
  };
}

interface ChoicesProps {
  readonly draft: VerdictDraft;
  readonly change: (part: Partial<VerdictDraft>) => void;
  readonly isFrozen: boolean;
}

function Choices({ draft, change, isFrozen }: ChoicesProps): ReactNode {
  const text = useText();
  const pick = usePick();
  const { vocabulary } = useContent();
  const isMatch = draft.disposition === "true_match" || draft.disposition === "related";
  return (
    <>
      <ChoiceGroup
        label={text("match.verdict")}
        isLabelHidden
        layout="column"
        isDisabled={isFrozen}
        value={draft.disposition}
        onChange={(disposition) => change({ disposition })}
        choices={vocabulary.screeningDispositions.map((entry, place) => ({
          value: entry.id,
          label: pick(entry.name),
          keyHint: String(place + 1),
        }))}
      />
      {draft.disposition === "false_positive" && (
        <Select
          label={text("match.reason")}
          necessity="required"
          placeholder={text("match.chooseReason")}
          isDisabled={isFrozen}
          options={vocabulary.falsePositiveReasons.map((entry) => ({ value: entry.id, label: pick(entry.name) }))}
          value={draft.reason}
          onChange={(reason) => change({ reason })}
        />
      )}
      <TextArea
        label={text("match.note")}
        {...(isMatch ? { help: text("match.noteHelp"), necessity: "required" as const } : {})}
        isDisabled={isFrozen}
        value={draft.note}
        onChange={(note) => change({ note })}
        rows={3}
        characterLimit={textLimits.note}
      />
    </>
  );
}
