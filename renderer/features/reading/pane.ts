import type { EvidenceMark } from "../../../shared/domain/reading.ts";
import type { Draft } from "./reading-store.ts";
import type { Span } from "./text-ranges.ts";

/** What every kind of pane is given. */
export interface PaneProps {
  readonly zoom: number;
  /** Quarter turns in degrees. */
  readonly rotation: number;
  readonly marks: readonly EvidenceMark[];
  readonly chosenId: string | undefined;
  /** A rectangle is being chosen on the page with this number. */
  readonly drawingPage: number | undefined;
  readonly query: string;
  /** The place of the search that is in view. */
  readonly here: ({ readonly part: number } & Span) | undefined;
  readonly onDraft: (draft: Draft) => void;
  /** Tells what would become a highlight if one were asked for. */
  readonly onCandidate: (draft: Draft) => void;
  readonly onCancelDrawing: () => void;
  /** The words of each part as far as they are known, and whether those are all. */
  readonly onTexts: (texts: readonly string[], isWhole: boolean) => void;
}
