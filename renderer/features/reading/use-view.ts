import { useState } from "react";
import type { Command } from "../../stores/command-store.ts";
import type { Shown } from "./reading-store.ts";
import type { Sought } from "./use-search.ts";

/** How a piece is looked at. */
export interface View {
  readonly zoom: number;
  readonly rotation: number;
  /** Sheet of a workbook, from 0. */
  readonly sheet: number;
  /** A page of markup as it looks, or its words. */
  readonly tab: "look" | "words" | undefined;
  readonly drawingPage: number | undefined;
  /** Regions can be chosen: there are pages or there is a picture. */
  readonly hasPages: boolean;
  readonly commands: readonly Command[];
  /** Makes a page of this width, in CSS pixels at 100 %, fit into the room there is. */
  fit(widthPx: number, roomPx: number): void;
  enlarge(): void;
  shrink(): void;
  turn(): void;
  setSheet(sheet: number): void;
  setTab(tab: "look" | "words"): void;
  draw(page: number): void;
  stopDrawing(): void;
}

const step = 1.25;
const least = 0.25;
const most = 5;

/** Zoom, rotation, sheet and tab, with their keys; begins with the sheet, or the words, in which a search found something. */
export function useView(shown: Shown | undefined, sought: Sought | undefined): View {
  const [zoom, setZoom] = useState(1);
  const [rotation, setRotation] = useState(0);
  const [sheet, setSheet] = useState((sought?.pageNumber ?? 1) - 1);
  const [tab, setTab] = useState<"look" | "words">(sought === undefined ? "look" : "words");
  const [drawingPage, setDrawing] = useState<number>();
  const enlarge = (): void => setZoom((known) => Math.min(most, known * step));
  const shrink = (): void => setZoom((known) => Math.max(least, known / step));
  const turn = (): void => setRotation((known) => (known + 90) % 360);
  const isPage = shown?.form === "made" && shown.reading.form === "page";
  const hasPages = shown?.form === "pdf" || shown?.form === "image";
  return {
    zoom,
    rotation,
    sheet,
    tab: isPage ? tab : undefined,
    drawingPage,
    hasPages,
    fit: (widthPx, roomPx) => setZoom(Math.min(1, Math.max(least, roomPx / widthPx))),
    enlarge,
    shrink,
    turn,
    setSheet,
    setTab,
    draw: (page) => setDrawing(page),
    stopDrawing: () => setDrawing(undefined),
    commands: [
      { id: "reading.enlarge", titleKey: "reading.enlarge", keys: ["+", ";"], run: enlarge, isRepeatable: true },
      { id: "reading.shrink", titleKey: "reading.shrink", keys: ["-"], run: shrink, isRepeatable: true },
      { id: "reading.actual", titleKey: "reading.actual", keys: ["0"], run: () => setZoom(1) },
      { id: "reading.turn", titleKey: "reading.turn", keys: ["R"], when: () => hasPages, run: turn },
    ],
  };
}
