import { useEffect, useRef, useState } from "react";
import type { Fault } from "../../../shared/contract/channel.ts";
import type { DossierId } from "../../../shared/domain/ids.ts";
import type { Locale } from "../../../shared/strings/text.ts";
import { host } from "../../host.ts";
import { bytesOf, openPaper, type PaperDocument } from "./pdf-document.ts";

/** How the pages stand. The last good pages stay on screen while newer ones are made or cannot be made. */
export interface Preview {
  readonly paper: PaperDocument | undefined;
  readonly isDrawing: boolean;
  /** Why the newest pages are not there. */
  readonly fault: Fault | "unreadable" | undefined;
}

/** Edits settle this long, in milliseconds, before the pages are made again. */
const settleMs = 600;

const nothing: Preview = { paper: undefined, isDrawing: true, fault: undefined };

/** The unsigned pages in one language, made anew each time `reads` rises; zero means that there is nothing to make yet. */
export function usePreview(request: { dossierId: DossierId; locale: Locale; reads: number }): Preview & {
  again: () => void;
} {
  const { dossierId, locale, reads } = request;
  const [preview, setPreview] = useState(nothing);
  const [tries, setTries] = useState(0);
  const shown = useRef<PaperDocument>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `tries` says that a person asked for another go.
  useEffect(() => {
    if (reads === 0) return undefined;
    let isCurrent = true;
    const make = async (): Promise<void> => {
      setPreview((before) => ({ ...before, isDrawing: true }));
      const made = await drawn(dossierId, locale);
      if (!isCurrent) {
        if (isOpen(made)) await made.close();
        return;
      }
      if (!isOpen(made)) {
        setPreview((before) => ({ ...before, isDrawing: false, fault: made }));
        return;
      }
      const before = shown.current;
      shown.current = made;
      setPreview({ paper: made, isDrawing: false, fault: undefined });
      await before?.close();
    };
    const timer = setTimeout(() => void make(), shown.current === undefined ? 0 : settleMs);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [dossierId, locale, reads, tries]);
  useEffect(
    () => () => {
      void shown.current?.close();
      shown.current = undefined;
    },
    [],
  );
  return { ...preview, again: () => setTries((count) => count + 1) };
}

function isOpen(made: PaperDocument | Fault | "unreadable"): made is PaperDocument {
  return made !== "unreadable" && "pdf" in made;
}

async function drawn(dossierId: DossierId, locale: Locale): Promise<PaperDocument | Fault | "unreadable"> {
  const made = await host.paper.preview({ dossierId, locale });
  if (!made.ok) return made.error;
  try {
    return await openPaper(bytesOf(made.value.pdf));
  } catch {
    return "unreadable";
  }
}
