import { type ReactNode, useRef, useState } from "react";
import { useStore } from "zustand";
import type { FalsePositiveReason } from "../../../shared/domain/content/vocabulary.ts";
import type { Dossier } from "../../../shared/domain/dossier.ts";
import type { DossierId } from "../../../shared/domain/ids.ts";
import { groupHits, type HitGroup } from "../../../shared/domain/judging/group-hits.ts";
import type { Hit } from "../../../shared/domain/screening.ts";
import { useOfferCommands } from "../../stores/command-store.ts";
import { notify } from "../../stores/notice-store.ts";
import { faultText, useText } from "../../stores/text.ts";
import { Button } from "../../ui/Button.tsx";
import { BulkDifferent } from "./BulkDifferent.tsx";
import { GroupCard } from "./GroupCard.tsx";
import { GroupList } from "./GroupList.tsx";
import css from "./screening.module.css";
import { type GivenVerdict, judgeHits, screeningStore, undoVerdicts } from "./screening-store.ts";

/** Entities on the left, the chosen one on the right, and the keys that move between them. */
export function JudgingDesk({ dossier, isFrozen }: { dossier: Dossier; isFrozen: boolean }): ReactNode {
  const { hits, offers } = useStore(screeningStore);
  const groups = useSteadyGroups(hits);
  const { chosen, moves, choose, goTo, goOn } = useChoice(groups);
  const marks = useMarks({ dossierId: dossier.id, groups, chosen, isFrozen });
  if (chosen === undefined) return null;
  return (
    <div className={css["desk"]}>
      <div className={css["side-list"]}>
        <GroupList groups={groups} chosenId={chosen.id} marked={marks.marked} moves={moves} onChoose={choose} />
        <MarkButtons marks={marks} isMarked={marks.marked.has(chosen.id)} isFrozen={isFrozen} />
      </div>
      <GroupCard
        key={chosen.id}
        dossier={dossier}
        group={chosen}
        offers={offers.filter((offer) => chosen.hits.some((hit) => hit.id === offer.hitId))}
        isFrozen={isFrozen}
        onJudged={goOn}
        onUndone={() => goTo(chosen.id)}
      />
      {marks.isBulk && (
        <BulkDifferent
          groups={marks.many}
          onClose={marks.closeBulk}
          onRecord={(reasons) => void marks.record(reasons)}
        />
      )}
    </div>
  );
}

interface Choice {
  readonly chosen: HitGroup | undefined;
  /** Raised by each move that takes the focus along. */
  readonly moves: number;
  choose(id: string): void;
  /** Chooses an entity and takes the focus there. */
  goTo(id: string | undefined): void;
  /** After a verdict: the next entity that is still to be judged, from here on and then from the top. */
  goOn(): void;
}

function useChoice(groups: readonly HitGroup[]): Choice {
  const [chosenId, setChosenId] = useState<string>();
  const [moves, setMoves] = useState(0);
  const chosen = groups.find((group) => group.id === chosenId) ?? groups[0];
  const at = groups.findIndex((group) => group.id === chosen?.id);
  const goTo = (id: string | undefined): void => {
    setChosenId(id);
    setMoves((count) => count + 1);
  };
  const step = (by: number): void => goTo(groups[Math.min(Math.max(at + by, 0), groups.length - 1)]?.id);
  const goOn = (): void => {
    const next = [...groups.slice(at + 1), ...groups.slice(0, at)].find((group) => group.isOpen);
    if (next === undefined) step(1);
    else goTo(next.id);
  };
  useOfferCommands([
    { id: "screening.next", titleKey: "shortcuts.nextItem", keys: ["J", "ArrowDown"], run: () => step(1) },
    { id: "screening.previous", titleKey: "shortcuts.previousItem", keys: ["K", "ArrowUp"], run: () => step(-1) },
  ]);
  return { chosen, moves, choose: setChosenId, goTo, goOn };
}

interface Marks {
  readonly marked: ReadonlySet<string>;
  /** The marked entities, in the order on screen. */
  readonly many: readonly HitGroup[];
  readonly hasOpen: boolean;
  /** Everything that is still to be judged is marked. */
  readonly isAll: boolean;
  readonly isBulk: boolean;
  mark(): void;
  markAll(): void;
  openBulk(): void;
  closeBulk(): void;
  /** Records every marked entity as different; can be undone from the notice. */
  record(reasons: ReadonlyMap<string, FalsePositiveReason>): Promise<void>;
}

function useMarks(parts: {
  readonly dossierId: DossierId;
  readonly groups: readonly HitGroup[];
  readonly chosen: HitGroup | undefined;
  readonly isFrozen: boolean;
}): Marks {
  const { dossierId, groups, chosen, isFrozen } = parts;
  const text = useText();
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const [isBulk, setIsBulk] = useState(false);
  const open = groups.filter((group) => group.isOpen);
  const many = groups.filter((group) => marked.has(group.id));
  const isAll = open.length > 0 && open.every(({ id }) => marked.has(id));
  const mark = (): void => {
    if (chosen === undefined) return;
    const next = new Set(marked);
    if (!next.delete(chosen.id)) next.add(chosen.id);
    setMarked(next);
  };
  const markAll = (): void => setMarked(new Set(isAll ? [] : open.map(({ id }) => id)));
  const openBulk = (): void => setIsBulk(true);
  const record = async (reasons: ReadonlyMap<string, FalsePositiveReason>): Promise<void> => {
    const verdicts = differentFor(many, reasons);
    const refused = await judgeHits(dossierId, verdicts);
    if (refused !== undefined) return void notify({ tone: "error", text: faultText(text, refused) });
    setIsBulk(false);
    setMarked(new Set());
    const undo = async (): Promise<void> => {
      const fault = await undoVerdicts(
        dossierId,
        verdicts.map(({ hitId }) => hitId),
      );
      if (fault !== undefined) notify({ tone: "error", text: faultText(text, fault) });
    };
    notify({ tone: "success", text: text("match.recorded"), undo });
  };
  const may = (): boolean => !isFrozen;
  useOfferCommands([
    { id: "screening.mark", titleKey: "match.mark", keys: ["X"], when: may, run: mark },
    {
      id: "screening.markAll",
      titleKey: "match.markAll",
      keys: ["A"],
      when: () => may() && open.length > 0,
      run: markAll,
    },
    { id: "screening.bulk", titleKey: "match.bulk", keys: ["B"], when: () => may() && many.length > 0, run: openBulk },
  ]);
  const closeBulk = (): void => setIsBulk(false);
  return { marked, many, hasOpen: open.length > 0, isAll, isBulk, mark, markAll, openBulk, closeBulk, record };
}

function differentFor(groups: readonly HitGroup[], reasons: ReadonlyMap<string, FalsePositiveReason>): GivenVerdict[] {
  return groups.flatMap((group) => {
    const judgement = { disposition: "false_positive", reason: reasons.get(group.id) ?? null, note: "" } as const;
    return group.hits.map(({ id }) => ({ hitId: id, judgement }));
  });
}

function MarkButtons(props: {
  readonly marks: Marks;
  readonly isMarked: boolean;
  readonly isFrozen: boolean;
}): ReactNode {
  const text = useText();
  const { marks, isMarked, isFrozen } = props;
  return (
    <div className={css["buttons"]}>
      <Button size="small" shortcut="X" isDisabled={isFrozen} onPress={marks.mark}>
        {text(isMarked ? "match.unmark" : "match.mark")}
      </Button>
      <Button size="small" shortcut="A" isDisabled={isFrozen || !marks.hasOpen} onPress={marks.markAll}>
        {text(marks.isAll ? "match.unmarkAll" : "match.markAll")}
      </Button>
      <Button size="small" shortcut="B" isDisabled={isFrozen || marks.many.length === 0} onPress={marks.openBulk}>
        {text("match.bulk")}
      </Button>
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
