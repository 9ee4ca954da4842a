import { ScanSearch } from "lucide-react";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useStore } from "zustand";
import type { FalsePositiveReason } from "../../../shared/domain/content/vocabulary.ts";
import type { Dossier } from "../../../shared/domain/dossier.ts";
import { groupHits, type HitGroup } from "../../../shared/domain/judging/group-hits.ts";
import type { Hit } from "../../../shared/domain/screening.ts";
import { FrozenBanner } from "../../parts/standing/FrozenBanner.tsx";
import { useOfferCommands } from "../../stores/command-store.ts";
import { notify } from "../../stores/notice-store.ts";
import { useCaseRights, useMayWork } from "../../stores/rights.ts";
import { faultText, useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Page } from "../../ui/Page.tsx";
import { BulkDifferent } from "./BulkDifferent.tsx";
import { GroupCard } from "./GroupCard.tsx";
import { GroupList } from "./GroupList.tsx";
import { Notices } from "./Notices.tsx";
import { PastRuns } from "./PastRuns.tsx";
import { RunFacts } from "./RunFacts.tsx";
import css from "./screening.module.css";
import { followScreening, judgeHits, runScreening, screeningStore } from "./screening-store.ts";
import { emptyVerdict, verdictOf } from "./verdict.ts";

/** The case's names against the lists carried in: run, look at each listed entity, judge it. */
export function ScreeningView({ dossier }: { dossier: Dossier }): ReactNode {
  const text = useText();
  const { run, hits, notices, fault, isBusy } = useStore(screeningStore);
  const isFrozen = !useMayWork(dossier);
  const mayWorkHere = useCaseRights(dossier)("work-on-cases");
  useEffect(() => followScreening(dossier.id), [dossier.id]);
  const runButton = mayWorkHere && (
    <Button
      tone="primary"
      icon={ScanSearch}
      isBusy={isBusy}
      isDisabled={isFrozen}
      onPress={() => void runScreening(dossier.id)}
    >
      {text(run === null ? "match.run" : "match.runAgain")}
    </Button>
  );
  return (
    <Page title={text("match.title")} lead={text("match.lead")} width="wide" actions={runButton}>
      <FrozenBanner dossier={dossier} />
      {fault !== undefined && <Banner tone="error" title={faultText(text, fault)} isLive />}
      <Notices dossierId={dossier.id} notices={notices} mayAnswer={mayWorkHere} />
      {run === null && !isBusy && (
        <EmptyState icon={ScanSearch} title={text("match.notYet")} action={runButton}>
          {text("match.notYetHint")}
        </EmptyState>
      )}
      {run !== null && <RunFacts run={run} hits={hits} />}
      {run !== null && <PastRuns key={run.at} dossierId={dossier.id} />}
      {hits.length > 0 && <Desk dossier={dossier} isFrozen={isFrozen} />}
    </Page>
  );
}

/** Entities on the left, the chosen one on the right, and the keys that move between them. */
function Desk({ dossier, isFrozen }: { dossier: Dossier; isFrozen: boolean }): ReactNode {
  const text = useText();
  const { hits, offers } = useStore(screeningStore);
  const groups = useSteadyGroups(hits);
  const [chosenId, setChosenId] = useState<string>();
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const [isBulk, setIsBulk] = useState(false);
  const [moves, setMoves] = useState(0);
  const chosen = groups.find((group) => group.id === chosenId) ?? groups[0];
  const step = (by: number): void => {
    const at = groups.findIndex((group) => group.id === chosen?.id) + by;
    setChosenId(groups[Math.min(Math.max(at, 0), groups.length - 1)]?.id);
    setMoves((count) => count + 1);
  };
  const mark = (): void => {
    if (chosen === undefined) return;
    const next = new Set(marked);
    if (!next.delete(chosen.id)) next.add(chosen.id);
    setMarked(next);
  };
  const many = groups.filter((group) => marked.has(group.id));
  const recordMany = async (reasons: ReadonlyMap<string, FalsePositiveReason>): Promise<void> => {
    const verdicts = many.flatMap((group) => {
      const judgement = { disposition: "false_positive", reason: reasons.get(group.id) ?? null, note: "" } as const;
      return group.hits.map(({ id }) => ({ hitId: id, judgement }));
    });
    const before = many.flatMap((group) =>
      group.hits.map(({ id, judgement }) => ({
        hitId: id,
        judgement: judgement === null ? null : verdictOf(emptyVerdict(judgement)),
      })),
    );
    const refused = await judgeHits(dossier.id, verdicts);
    if (refused !== undefined) return void notify({ tone: "error", text: faultText(text, refused) });
    setIsBulk(false);
    setMarked(new Set());
    notify({ tone: "success", text: text("match.recorded"), undo: () => void judgeHits(dossier.id, before) });
  };
  useOfferCommands([
    { id: "screening.next", titleKey: "shortcuts.nextItem", keys: ["J", "ArrowDown"], run: () => step(1) },
    { id: "screening.previous", titleKey: "shortcuts.previousItem", keys: ["K", "ArrowUp"], run: () => step(-1) },
    { id: "screening.mark", titleKey: "match.mark", keys: ["X"], when: () => !isFrozen, run: mark },
    {
      id: "screening.bulk",
      titleKey: "match.bulk",
      keys: ["B"],
      when: () => !isFrozen && many.length > 0,
      run: () => setIsBulk(true),
    },
  ]);
  if (chosen === undefined) return null;
  return (
    <div className={css["desk"]}>
      <div className={css["side-list"]}>
        <GroupList groups={groups} chosenId={chosen.id} marked={marked} moves={moves} onChoose={setChosenId} />
        <p>
          <Button size="small" shortcut="X" isDisabled={isFrozen} onPress={mark}>
            {text("match.mark")}
          </Button>{" "}
          <Button size="small" shortcut="B" isDisabled={isFrozen || many.length === 0} onPress={() => setIsBulk(true)}>
            {text("match.bulk")}
          </Button>
        </p>
      </div>
      <GroupCard
        key={chosen.id}
        dossier={dossier}
        group={chosen}
        offers={offers.filter((offer) => chosen.hits.some((hit) => hit.id === offer.hitId))}
        isFrozen={isFrozen}
        onJudged={() => step(1)}
      />
      {isBulk && (
        <BulkDifferent
          groups={many}
          onClose={() => setIsBulk(false)}
          onRecord={(reasons) => void recordMany(reasons)}
        />
      )}
    </div>
  );
}

/** Groups in the order in which the page first showed them: a verdict given must not move what comes next. */
function useSteadyGroups(hits: readonly Hit[]): readonly HitGroup[] {
  const order = useRef<{ readonly key: string; readonly ids: readonly string[] }>({ key: "", ids: [] });
  const groups = groupHits(hits);
  const key = groups
    .map((group) => group.id)
    .toSorted()
    .join();
  if (order.current.key !== key) order.current = { key, ids: groups.map((group) => group.id) };
  const { ids } = order.current;
  return groups.toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
}
