import { type ReactNode, useRef, useState } from "react";
import type { DossierId } from "../../../shared/domain/ids.ts";
import type { HitGroup } from "../../../shared/domain/judging/group-hits.ts";
import type { Verdict } from "../../../shared/domain/judging/verdict.ts";
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
import { judgeHits, undoVerdicts } from "./screening-store.ts";
import { canJudge, emptyVerdict, KeptVerdict, type VerdictDraft, verdictOf } from "./verdict.ts";

interface JudgeFormProps {
  readonly dossierId: DossierId;
  readonly group: HitGroup;
  /** A verdict from another case that the person took over into the form. */
  readonly offered: Verdict | undefined;
  readonly isFrozen: boolean;
  readonly onJudged: () => void;
  /** A verdict was undone, perhaps long after another entity came on screen. */
  readonly onUndone: () => void;
}

const letters = { true_match: "S", related: "R", false_positive: "D", undecided: "U" } as const;

/** The verdict on one listed entity, for every list it appears in: what it is and why. */
export function JudgeForm({ dossierId, group, offered, isFrozen, onJudged, onUndone }: JudgeFormProps): ReactNode {
  const text = useText();
  const { vocabulary } = useContent();
  const { draft, change, judge, problem } = useJudging({ dossierId, group, offered, onJudged, onUndone });
  const note = useRef<HTMLDivElement>(null);
  const canRecord = !isFrozen && canJudge(draft);
  const record = (): void => void judge(verdictOf(draft));
  const dispositions = vocabulary.screeningDispositions;
  const isDifferent = draft.disposition === "false_positive";
  const needsSecond = dispositions.some((entry) => entry.id === draft.disposition && entry.needsSecondPerson);
  useOfferCommands([
    ...dispositions.map(
      (entry, place): Command => ({
        id: `match.${entry.id}`,
        titleKey: `match.verdict-${entry.id}`,
        // Once it is called different, numbers choose the reason and letters the verdict.
        keys: isDifferent ? [letters[entry.id]] : [String(place + 1), letters[entry.id]],
        when: () => !isFrozen,
        run: () => change({ disposition: entry.id }),
      }),
    ),
    ...vocabulary.falsePositiveReasons.map(
      (entry, place): Command => ({
        id: `match.reason.${entry.id}`,
        titleKey: "match.reasonKey",
        titleArgs: { number: place + 1 },
        keys: [String(place + 1)],
        when: () => !isFrozen && isDifferent,
        run: () => change({ reason: entry.id }),
      }),
    ),
    {
      id: "match.note",
      titleKey: "match.note",
      keys: ["N"],
      when: () => !isFrozen,
      run: () => note.current?.querySelector("textarea")?.focus(),
    },
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
          {group.hits.some((hit) => hit.judgement !== null) && (
            <Button isDisabled={isFrozen} onPress={() => void judge(null)}>
              {text("match.takeBack")}
            </Button>
          )}
        </>
      }
    >
      {problem !== undefined && <Banner tone="error" title={problem} isLive />}
      {group.hits.length > 1 && <p className={css["limits"]}>{text("match.forAll", { count: group.hits.length })}</p>}
      <div ref={note} className={css["fields"]}>
        <Choices draft={draft} change={change} isFrozen={isFrozen} />
      </div>
      {needsSecond && <p className={css["limits"]}>{text("match.secondPersonHelp")}</p>}
      <p className={css["limits"]}>{text("match.keys")}</p>
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

function useJudging({ dossierId, group, offered, onJudged, onUndone }: Omit<JudgeFormProps, "isFrozen">): Judging {
  const text = useText();
  const known = group.hits.find((hit) => hit.judgement !== null)?.judgement ?? null;
  const first = emptyVerdict(offered ?? known);
  const [draft, setDraft] = useState<VerdictDraft>(first);
  const [problem, setProblem] = useState<string>();
  const kept = useFormDraft({
    dossierId,
    form: `verdict.${group.id}`,
    schema: KeptVerdict,
    value: draft,
    isTouched: JSON.stringify(draft) !== JSON.stringify(emptyVerdict(known)),
    onRestore: (restored) => setDraft((before) => ({ ...before, ...restored })),
  });
  return {
    draft,
    problem,
    change: (part) => setDraft((before) => ({ ...before, ...part })),
    judge: async (judgement) => {
      const given = group.hits.map(({ id }) => ({ hitId: id, judgement }));
      const fault = await judgeHits(dossierId, given);
      setProblem(fault === undefined ? undefined : faultText(text, fault));
      if (fault !== undefined) return;
      kept.drop();
      if (judgement === null) setDraft(emptyVerdict(null));
      const undo = async (): Promise<void> => {
        const refused = await undoVerdicts(
          dossierId,
          group.hits.map(({ id }) => id),
        );
        if (refused === undefined) {
          setDraft(emptyVerdict(known));
          onUndone();
        } else notify({ tone: "error", text: faultText(text, refused) });
      };
      notify({ tone: "success", text: text(judgement === null ? "match.takenBack" : "match.recorded"), undo });
      if (judgement !== null) onJudged();
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
          options={vocabulary.falsePositiveReasons.map((entry, place) => ({
            value: entry.id,
            label: `${place + 1}. ${pick(entry.name)}`,
          }))}
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
