import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef, useState } from "react";
import type { Box, EvidenceMark } from "../../../shared/domain/reading.ts";
import { useText } from "../../stores/text.ts";
import { createCompositionGuard } from "../../ui/composition.ts";
import { pressOf } from "../../ui/composition-events.ts";
import { boxBetween, boxByKey, leastSide } from "./boxes.ts";
import css from "./reading.module.css";

interface RegionLayerProps {
  /** Highlights on this page. */
  readonly marks: readonly EvidenceMark[];
  readonly chosenId: string | undefined;
  /** A rectangle is being chosen on this page. */
  readonly isDrawing: boolean;
  readonly onDrawn: (box: Box) => void;
  readonly onCancel: () => void;
}

const percent = (share: number): string => `${share * 100}%`;

function placeOf({ x, y, width, height }: Box): Record<string, string> {
  return { left: percent(x), top: percent(y), width: percent(width), height: percent(height) };
}

/** Highlighted rectangles above a page or picture, and the choosing of a new one by mouse or by keys. */
export function RegionLayer({ marks, chosenId, isDrawing, onDrawn, onCancel }: RegionLayerProps): ReactNode {
  return (
    <div className={css["regions"]}>
      {marks.flatMap((mark) =>
        mark.place.kind !== "boxes"
          ? []
          : mark.place.boxes.map((box, at) => (
              <div
                // A highlight's rectangles never change their order.
                key={`${mark.id}-${String(at)}`}
                className={css["box"]}
                data-mark={mark.number}
                data-chosen={mark.id === chosenId}
                style={placeOf(box)}
              />
            )),
      )}
      {isDrawing && <NewRegion onDrawn={onDrawn} onCancel={onCancel} />}
    </div>
  );
}

const firstBox: Box = { x: 0.3, y: 0.4, width: 0.4, height: 0.1 };

function NewRegion({ onDrawn, onCancel }: Pick<RegionLayerProps, "onDrawn" | "onCancel">): ReactNode {
  const text = useText();
  const field = useRef<HTMLDivElement>(null);
  const guard = useRef(createCompositionGuard()).current;
  const [box, setBox] = useState(firstBox);
  const [start, setStart] = useState<{ x: number; y: number }>();
  const pointOf = (event: PointerEvent): { x: number; y: number } => {
    const rect = field.current?.getBoundingClientRect() ?? new DOMRect(0, 0, 1, 1);
    return { x: (event.clientX - rect.left) / rect.width, y: (event.clientY - rect.top) / rect.height };
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const moved = boxByKey(box, event.key, event.shiftKey);
    if (moved !== undefined) setBox(moved);
    else if (event.key === "Enter" && !guard.owns(pressOf(event))) onDrawn(box);
    else if (event.key === "Escape") onCancel();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      ref={field}
      className={css["field"]}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        setStart(pointOf(event));
      }}
      onPointerMove={(event) => start !== undefined && setBox(boxBetween(start, pointOf(event)))}
      onPointerUp={(event) => {
        if (start === undefined) return;
        const drawn = boxBetween(start, pointOf(event));
        setStart(undefined);
        if (drawn.width >= leastSide && drawn.height >= leastSide) onDrawn(drawn);
      }}
    >
      <div
        role="application"
        aria-label={text("reading.regionKeys")}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the rectangle is moved and sized by the arrow keys.
        tabIndex={0}
        ref={(element) => element?.focus({ preventScroll: true })}
        className={css["newBox"]}
        style={placeOf(box)}
        onKeyDown={onKeyDown}
      />
    </div>
  );
}
