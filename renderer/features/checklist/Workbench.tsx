import { type ReactNode, type RefObject, useLayoutEffect, useMemo, useRef, useState } from "react";
import { howFarAt } from "../../../shared/domain/checklist.ts";
import type { Template } from "../../../shared/domain/content/template.ts";
import type { Dossier } from "../../../shared/domain/dossier.ts";
import { caseTimeOf, mayExtend, stopAdviceFor, stopPatch } from "../../../shared/domain/stop-rules.ts";
import { AttachDialog } from "../../parts/evidence/AttachDialog.tsx";
import { useContent } from "../../stores/content-store.ts";
import { useMayWork } from "../../stores/rights.ts";
import { navigate } from "../../stores/route-store.ts";
import { sessionStore } from "../../stores/session-store.ts";
import { useText } from "../../stores/text.ts";
import { VisuallyHidden } from "../../ui/VisuallyHidden.tsx";
import { AnswerDock } from "./AnswerDock.tsx";
import { adoptEvidence, checklistStore, chooseInAnswer, useChecklist } from "./checklist-store.ts";
import { FastMode } from "./FastMode.tsx";
import { type FocusTarget, focusHeading, focusPlace } from "./focus-place.ts";
import { ItemList } from "./ItemList.tsx";
import { ItemPane } from "./ItemPane.tsx";
import type { ItemRow } from "./item-rows.ts";
import { type CaseParts, caseRows, type ItemView, viewOf } from "./item-view.ts";
import { shownAnswer } from "./item-work.ts";
import { currentRow, visibleRows } from "./moves.ts";
import { SidePanel } from "./SidePanel.tsx";
import { type Desk, useChecklistCommands } from "./use-checklist-commands.ts";
import { useItemTimer, useTimerOff } from "./use-item-timer.ts";
import css from "./Workbench.module.css";

interface WorkbenchProps {
  readonly dossier: Dossier;
  readonly template: Template;
  readonly itemId: string | undefined;
}

/** Three columns around one item. */
export function Workbench({ dossier, template, itemId }: WorkbenchProps): ReactNode {
  const text = useText();
  const { isOneQuestion } = useChecklist();
  const { desk, place, attach } = useDesk({ dossier, template, itemId });
  const { view, rows } = desk;
  useChecklistCommands(desk);
  return (
    <div className={css["room"]}>
      <VisuallyHidden>
        <h1>{text("frame.checklist")}</h1>
      </VisuallyHidden>
      {isOneQuestion && <FastMode desk={desk} dossier={dossier} place={place} />}
      {!isOneQuestion && (
        <div className={css["columns"]}>
          <section className={css["list"]} aria-label={text("checklist.list")}>
            <ItemList
              dossier={dossier}
              template={template}
              rows={rows}
              currentId={view.itemId}
              isOptionalOpen={desk.isOptionalOpen}
              onOptionalOpen={desk.setOptionalOpen}
              isHiddenOpen={desk.isHiddenOpen}
              onHiddenOpen={desk.setHiddenOpen}
              onSelect={desk.select}
            />
          </section>
          <section className={css["centre"]} ref={place} aria-label={text("checklist.centre")}>
            <ItemPane key={view.itemId} desk={desk} dossier={dossier} />
            <AnswerDock desk={desk} />
          </section>
          <aside className={css["side"]} aria-label={text("checklist.side")}>
            <SidePanel desk={desk} template={template} dossier={dossier} />
          </aside>
        </div>
      )}
      <AttachDialog
        key={`attach-${view.itemId}`}
        title={text("checklist.attachTitle", { item: view.itemId })}
        dossierId={dossier.id}
        itemId={view.itemId}
        expected={{
          types: view.row.item.evidence,
          sources: howFarAt(view.row.item, view.one.depth).sources.map((entry) => entry.source),
          personName: sessionStore.getState().status?.personName ?? "",
        }}
        isOpen={attach.isOpen}
        mayTake={!view.isReadOnly}
        onClose={attach.close}
        onRestored={attach.open}
        onTaken={adoptEvidence}
      />
    </div>
  );
}

/** What is on the desk: the item, the lines around it, and the ways to move. */
function useDesk({ dossier, template, itemId }: WorkbenchProps): {
  desk: Desk;
  place: RefObject<HTMLElement | null>;
  attach: { isOpen: boolean; open: () => void; close: () => void };
} {
  const { scoring } = useContent();
  const { items, evidence, deferred } = useChecklist();
  const [isAttaching, setAttaching] = useState(false);
  const [isOptionalOpen, setOptionalOpen] = useState(false);
  const [isHiddenOpen, setHiddenOpen] = useState(false);
  const parts = useMemo<CaseParts>(
    () => ({ template, items, evidence, dossier, policy: scoring }),
    [template, items, evidence, dossier, scoring],
  );
  const all = useMemo(() => caseRows(parts, deferred), [parts, deferred]);
  const row = useStaying(all, itemId);
  const isReadOnly = !useMayWork(dossier) || row.isHidden;
  const view = viewOf(parts, row, isReadOnly);
  const { place, moveTo } = useMoves(dossier, view.itemId);
  const focus = (target: FocusTarget): void => focusPlace(place.current, target);
  const stopping = useStopping(view, dossier);
  const isTimerOff = useTimerOff();
  useItemTimer(view.itemId, !isReadOnly && !isTimerOff);
  const isOptionalShown = isOptionalOpen || (!row.isRequired && !row.isHidden);
  const isHiddenShown = isHiddenOpen || row.isHidden;
  const desk: Desk = {
    ...stopping,
    view,
    rows: all,
    rowsNow: () => {
      const now = checklistStore.getState();
      return caseRows({ ...parts, items: now.items }, now.deferred);
    },
    walked: visibleRows(all, { isOptionalShown, isHiddenShown }),
    isOptionalOpen: isOptionalShown,
    setOptionalOpen,
    isHiddenOpen: isHiddenShown,
    setHiddenOpen,
    moveTo,
    select: (id) => moveTo(id, "stay"),
    focus,
    focusSoon: (target) => requestAnimationFrame(() => focus(target)),
    attach: () => setAttaching(true),
  };
  return { desk, place, attach: { isOpen: isAttaching, open: desk.attach, close: () => setAttaching(false) } };
}

/** The stop rules of the item on screen, and what follows from them. */
function useStopping(
  view: ItemView,
  dossier: Dossier,
): Pick<Desk, "stopAdvice" | "stop" | "stopKeepsAnswer" | "mayExtend"> {
  const { scoring, vocabulary } = useContent();
  const { items } = useChecklist();
  const { answer } = view.one;
  const caseTime = caseTimeOf(
    Object.values(items).map((work) => shownAnswer(work)),
    dossier.depth,
    vocabulary,
  );
  const stopAdvice = stopAdviceFor(view.one, { caseTime, vocabulary });
  const [first] = stopAdvice;
  const patch = first === undefined ? undefined : stopPatch(first.rule, answer, scoring);
  return {
    stopAdvice,
    stop: () => {
      if (patch !== undefined) chooseInAnswer(view.itemId, patch);
    },
    stopKeepsAnswer: patch?.answer === undefined,
    mayExtend: mayExtend(view.row.item, dossier.triage.techTier),
  };
}

/** The line on screen; without an item in the route it stays the one that was open first, whatever gets answered. */
function useStaying(rows: readonly ItemRow[], itemId: string | undefined): ItemRow {
  const [first] = useState(() => currentRow(rows, undefined).item.id);
  return currentRow(rows, itemId ?? first);
}

/** Ways to another item. The heading takes the focus after a key, so that it never stays in a field that has gone. */
function useMoves(dossier: Dossier, current: string): { place: RefObject<HTMLElement | null>; moveTo: Desk["moveTo"] } {
  const place = useRef<HTMLElement>(null);
  // At the beginning too, so that single keys work at once and a reader starts at the question.
  const wanted = useRef<"heading" | "stay">("heading");
  useLayoutEffect(() => {
    if (current !== "" && wanted.current === "heading") focusHeading(place.current);
    wanted.current = "stay";
  }, [current]);
  return {
    place,
    moveTo: (id, focus) => {
      wanted.current = focus;
      if (id === current && focus === "heading") focusHeading(place.current);
      navigate({ view: "dossier", dossierId: dossier.id, page: "checklist", itemId: id });
    },
  };
}
