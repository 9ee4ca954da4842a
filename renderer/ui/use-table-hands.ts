import { type KeyboardEvent, type RefObject, useRef, useState } from "react";
import { pressOf, useCompositionGuard } from "./composition-events.ts";
import { type DataTableProps, isTyped, rowHeightsPx, typingPauseMs } from "./data-table-model.ts";
import { rowAfterKey } from "./table-model.ts";

type HandsOn<Row> = Pick<DataTableProps<Row>, "source" | "selection" | "onRowAction" | "onType" | "density"> & {
  readonly frame: HTMLDivElement | null;
};

/** What the body of a large table listens with. */
export interface TableHands {
  readonly body: RefObject<HTMLTableSectionElement | null>;
  /** The row that is reached with Tab. */
  readonly current: number;
  readonly onFocus: (event: { readonly target: EventTarget }) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onClick: (event: { readonly target: EventTarget; readonly shiftKey: boolean }) => void;
}

/** Keys and clicks on the rows of a large table. */
export function useTableHands<Row>(props: HandsOn<Row>, bringIntoSight: (index: number) => void): TableHands {
  const { source, selection } = props;
  const body = useRef<HTMLTableSectionElement>(null);
  const [current, setCurrent] = useState(0);
  /** Where a row was last chosen alone; Shift chooses from there. */
  const anchor = useRef(0);
  const { guard } = useCompositionGuard();
  const moveTo = (index: number): void => {
    setCurrent(index);
    bringIntoSight(index);
    focusRow(body.current, index);
  };
  const typing = useTyping(props, moveTo);
  const act = (index: number): void => {
    const row = source.rowAt(index);
    if (row !== undefined) props.onRowAction(row);
  };
  const choose = (index: number, isRange: boolean): void => {
    if (isRange) selection?.extend(anchor.current, index);
    else selection?.toggle(index);
    if (!isRange) anchor.current = index;
  };
  /** Whether the key chose rows. */
  function chooses(event: KeyboardEvent, index: number): boolean {
    if (selection === undefined) return false;
    const isAll = event.key.toLowerCase() === "a" && (event.ctrlKey || event.metaKey);
    if (isAll) selection.all();
    const isSpace = event.key === " " && !typing.isUnderWay();
    if (isSpace) choose(index, event.shiftKey);
    return isAll || isSpace;
  }
  function moves(event: KeyboardEvent, index: number): boolean {
    if (typing.isUnderWay() && event.key.length === 1) return false;
    const target = rowAfterKey(event.key, index, source.count, pageRows(props));
    if (target === undefined) return false;
    if (event.shiftKey) selection?.extend(anchor.current, target);
    else anchor.current = target;
    moveTo(target);
    return true;
  }
  function handles(event: KeyboardEvent, index: number): boolean {
    if (chooses(event, index)) return true;
    if (event.ctrlKey || event.metaKey || event.altKey) return false;
    if (event.key === "Enter" && !guard.owns(pressOf(event))) {
      act(index);
      return true;
    }
    return moves(event, index) || typing.take(event.key, index);
  }
  return {
    body,
    current,
    onFocus: ({ target }) => {
      const index = indexOf(target);
      if (index !== undefined) setCurrent(index);
    },
    onKeyDown: (event) => {
      const index = indexOf(event.target);
      if (index === undefined || !handles(event, index)) return;
      event.preventDefault();
      event.stopPropagation();
    },
    onClick: ({ target, shiftKey }) => {
      if (!(target instanceof Element)) return;
      const index = indexOf(target.closest("tr[data-index]"));
      if (index === undefined) return;
      const isBox = target.closest("td")?.hasAttribute("data-box-cell") ?? false;
      if (isBox) choose(index, shiftKey);
      else if (target.closest("a, button") === null) act(index);
    },
  };
}

interface Typing {
  /** Letters came a moment ago, so that the next one belongs to them. */
  isUnderWay(): boolean;
  /** Looks for the row that begins with what was typed; false when the key is no letter. */
  take(key: string, index: number): boolean;
}

function useTyping<Row>({ onType }: HandsOn<Row>, moveTo: (index: number) => void): Typing {
  const typed = useRef({ text: "", atMs: Number.NEGATIVE_INFINITY });
  const isUnderWay = (): boolean => performance.now() - typed.current.atMs < typingPauseMs;
  return {
    isUnderWay,
    take: (key, index) => {
      const goesOn = isUnderWay();
      if (onType === undefined || !isTyped(key, goesOn)) return false;
      const text = goesOn ? typed.current.text + key : key;
      typed.current = { text, atMs: performance.now() };
      // A further letter may still fit the row one stands on; a first one looks on from the next.
      void onType(text, goesOn ? index : index + 1).then((found) => {
        if (found !== undefined && typed.current.text === text) moveTo(found);
      });
      return true;
    },
  };
}

/** How far Page Up and Page Down go: what is in sight, less a row to keep one's place by. */
function pageRows<Row>({ frame, density }: HandsOn<Row>): number {
  return Math.max(1, Math.floor((frame?.clientHeight ?? 0) / rowHeightsPx[density]) - 2);
}

function indexOf(target: EventTarget | null): number | undefined {
  if (!(target instanceof HTMLTableRowElement)) return undefined;
  const { index } = target.dataset;
  return index === undefined ? undefined : Number(index);
}

/** The row may not be drawn yet when it lies outside what is in sight, so a few frames are allowed for it. */
function focusRow(body: HTMLTableSectionElement | null, index: number, framesLeft = 8): void {
  const row = body?.querySelector<HTMLElement>(`tr[data-index="${index}"]`);
  if (row !== null && row !== undefined) row.focus({ preventScroll: true });
  else if (framesLeft > 0) requestAnimationFrame(() => focusRow(body, index, framesLeft - 1));
}
