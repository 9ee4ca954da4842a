import { ArrowDownRight, ArrowRight, ArrowUpRight } from "lucide-react";
import { type ReactNode, useEffect, useState } from "react";
import type { DossierId } from "../../../shared/domain/ids.ts";
import type { FactorRating, PossibleChange } from "../../../shared/domain/risk/assessment.ts";
import { changeSentence, effectSentences } from "../../../shared/strings/risk-sentences.ts";
import { useContent } from "../../stores/content-store.ts";
import { useSpeaker } from "../../stores/speaker.ts";
import { useText } from "../../stores/text.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { SegmentedControl } from "../../ui/SegmentedControl.tsx";
import css from "./Changes.module.css";
import { type ChangeGroup, changeGroups, changesThrough } from "./change-groups.ts";
import { LinkedSentence } from "./LinkedSentence.tsx";

interface ChangesProps {
  readonly dossierId: DossierId;
  readonly changes: readonly PossibleChange[];
  /** The factor whose arithmetic is open beside it. */
  readonly factor: FactorRating | undefined;
}

/** Single changes that would move the outcome, in plain sentences; narrowed to a factor while one is open. */
export function Changes({ dossierId, changes, factor }: ChangesProps): ReactNode {
  const text = useText();
  const { measures } = useContent();
  const [scope, setScope] = useState<"factor" | "all">("factor");
  const factorId = factor?.factor;
  useEffect(() => {
    // Opening another factor is asking about that factor.
    if (factorId !== undefined) setScope("factor");
  }, [factorId]);
  const isNarrow = factor !== undefined && scope === "factor";
  const shown = isNarrow ? changesThrough(changes, factor, measures.measures) : changes;
  const groups = changeGroups(shown);
  return (
    <div className={css["beside"]}>
      <Card title={text("risk.whatWouldChange")} lead={text("risk.whatWouldChangeHint")} ground="sunken">
        {factor !== undefined && (
          <SegmentedControl
            label={text("assessment.scope")}
            isLabelHidden
            segments={[
              { value: "factor", label: text("assessment.scopeFactor") },
              { value: "all", label: text("assessment.scopeAll") },
            ]}
            value={scope}
            onChange={setScope}
          />
        )}
        {groups.length === 0 && (
          <p className={css["none"]}>{text(isNarrow ? "assessment.changeNoneForFactor" : "risk.noSingleChange")}</p>
        )}
        {groups.map((group) => (
          <Group key={`${group.direction} ${isNarrow ? factor.factor : ""}`} group={group} dossierId={dossierId} />
        ))}
      </Card>
    </div>
  );
}

/** As many as fit beside the factors without scrolling; the smallest steps come first. */
const shownAtFirst = 4;

const shapes = { better: ArrowDownRight, worse: ArrowUpRight, other: ArrowRight } as const;
const titles = { better: "risk.better", worse: "risk.worse", other: "risk.otherwise" } as const;

function Group({ group, dossierId }: { group: ChangeGroup; dossierId: DossierId }): ReactNode {
  const text = useText();
  const [isWhole, setWhole] = useState(false);
  const { changes, direction } = group;
  const shown = isWhole ? changes : changes.slice(0, shownAtFirst);
  const more = changes.length - shownAtFirst;
  return (
    <section className={css["group"]}>
      <h3 className={css["title"]}>
        <Icon shape={shapes[direction]} size="small" />
        {text(titles[direction])}
      </h3>
      <ul className={css["list"]}>
        {shown.map((one) => (
          <li key={JSON.stringify(one.change)} className={css["change"]}>
            <Change one={one} dossierId={dossierId} />
          </li>
        ))}
      </ul>
      {more > 0 && (
        <Button tone="quiet" size="small" onPress={() => setWhole(!isWhole)}>
          {isWhole ? text("assessment.changesFewer") : text("assessment.changesMore", { count: more })}
        </Button>
      )}
    </section>
  );
}

function Change({ one, dossierId }: { one: PossibleChange; dossierId: DossierId }): ReactNode {
  const text = useText();
  const speaker = useSpeaker();
  const sentence = text("assessment.changeWhole", {
    change: changeSentence(speaker, one.change),
    effects: effectSentences(speaker, one.before, one.after).join(text("assessment.effectJoin")),
  });
  const items = "item" in one.change ? [one.change.item] : [];
  return <LinkedSentence sentence={sentence} step={{ items, measures: [] }} dossierId={dossierId} />;
}
