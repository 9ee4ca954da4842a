import { useCallback, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import type { PaperFact, PaperSection } from "../../../shared/contract/calls/decision.ts";
import type { Fault } from "../../../shared/contract/channel.ts";
import type { PaperDraft } from "../../../shared/domain/decision.ts";
import type { DossierId } from "../../../shared/domain/ids.ts";
import { err, type Result } from "../../../shared/result.ts";
import type { Locale } from "../../../shared/strings/text.ts";
import { host, onEvent } from "../../host.ts";
import { type Kept, type PatchKeeper, usePatchKeeper } from "../../stores/patch-keeper.ts";
import { type DraftPatch, mergeDraft, storable } from "./paper-draft.ts";

/** The paper's texts as the vault has them. */
export interface StoredTexts {
  readonly sections: readonly PaperSection[];
  readonly facts: readonly PaperFact[];
  readonly draft: PaperDraft;
  readonly revision: number;
}

/** Texts on screen: what is stored, and what is typed and on its way. */
export interface PaperTexts {
  /** Undefined until read, or where there is no paper; `fault` then says why. */
  readonly stored: StoredTexts | undefined;
  readonly fault: Fault | undefined;
  /** Rises whenever the texts or the case behind them were read anew. */
  readonly reads: number;
  readonly keeper: PatchKeeper<DraftPatch> & Kept<DraftPatch>;
}

/** After so many windows in a row that wrote first, the refusal is shown instead. */
const staleLimit = 5;

/** The texts of one paper in one language, kept fresh while the page is shown. */
export function usePaperTexts(dossierId: DossierId, locale: Locale): PaperTexts {
  const [state, setState] = useState<State>({ stored: undefined, fault: undefined, reads: 0 });
  const latest = useRef<Pick<StoredTexts, "draft" | "revision">>(undefined);
  // What a call under way will have stored: a page that goes sends its last words before the answer is there.
  const awaited = useRef<Pick<StoredTexts, "draft" | "revision">>(undefined);
  const lastAsked = useRef(0);
  const load = useCallback(async () => {
    lastAsked.current += 1;
    const asked = lastAsked.current;
    const read = await host.paper.sections({ dossierId, locale });
    if (asked !== lastAsked.current) return;
    // Asked before the last text was stored: a newer reading is on its way.
    if (read.ok && read.value.revision < (latest.current?.revision ?? 0)) return;
    if (read.ok) latest.current = read.value;
    setState(({ reads }) =>
      read.ok
        ? { stored: read.value, fault: undefined, reads: reads + 1 }
        : { stored: undefined, fault: read.error, reads },
    );
  }, [dossierId, locale]);
  useEffect(() => {
    void load();
    return onEvent("dossier.changed", (event) => {
      if (event.dossierId === dossierId) void load();
    });
  }, [dossierId, load]);

  async function save(patch: DraftPatch): Promise<Result<unknown, Fault>> {
    for (let attempt = 0; ; attempt += 1) {
      const base = awaited.current ?? latest.current;
      if (base === undefined) return err({ code: "internal" });
      const draft = mergeDraft(base.draft, patch);
      awaited.current = { draft, revision: base.revision + 1 };
      const stored = await host.paper.setSections({ dossierId, draft, baseRevision: base.revision });
      awaited.current = undefined;
      if (stored.ok) {
        const { revision } = stored.value;
        latest.current = { draft, revision };
        // Before the keeper lets go of the text, or the field would show the older one for a moment.
        flushSync(() => setState((before) => withDraft(before, { draft, revision })));
        return stored;
      }
      if (stored.error.code !== "stale-revision" || attempt === staleLimit) return stored;
      await load();
    }
  }

  const keeper = usePatchKeeper<DraftPatch>({ save, sendable: storable });
  return { ...state, keeper };
}

type State = Omit<PaperTexts, "keeper">;

function withDraft(state: State, written: Pick<StoredTexts, "draft" | "revision">): State {
  return state.stored === undefined ? state : { ...state, stored: { ...state.stored, ...written } };
}
