import { useCallback, useEffect, useLayoutEffect, useRef } from "react";
import type { z } from "zod";
import { formDraftLimit } from "../../shared/domain/form-draft.ts";
import type { DossierId } from "../../shared/domain/ids.ts";
import { host } from "../host.ts";
import { atMostEvery, type Paced } from "./at-most-every.ts";
import { beforeLock } from "./hand-in.ts";
import { notify } from "./notice-store.ts";
import { textNow } from "./text.ts";

/** The first key is kept at once, what follows this often, in milliseconds: what a power cut may take. */
const keepEveryMs = 250;

export interface FormDraftParts<Value> {
  /** Null for the form of a case that is not there yet. */
  readonly dossierId: DossierId | null;
  /** The form's name within the case, as `gate.G3`. */
  readonly form: string;
  /** Checks what was kept; an older form that no longer fits is let go. */
  readonly schema: z.ZodType<Value>;
  readonly value: Value;
  /** Whether the person has typed anything that is not stored. */
  readonly isTouched: boolean;
  /** Takes back what was kept; not called once something has been typed. */
  readonly onRestore: (value: Value) => void;
}

/** Holds one form's draft in the vault. */
export interface FormDraft {
  /** The form was saved or discarded: what was kept is forgotten. */
  drop(): void;
}

/**
 * Keeps a half-written form in the vault: while it is typed, before a lock and when the form or the page leaves the screen. Brings
 * it back, with a quiet word, when the form is shown again. One person's drafts are nobody else's.
 */
export function useFormDraft<Value>(parts: FormDraftParts<Value>): FormDraft {
  const { dossierId, form, value, isTouched } = parts;
  const latest = useRef(parts);
  useLayoutEffect(() => {
    latest.current = parts;
  });
  const keeper = useRef<Keeper>(undefined);
  keeper.current ??= createKeeper({ dossierId, form });
  const keep = useCallback(() => {
    const now = latest.current;
    return keeper.current?.keep(now.isTouched ? JSON.stringify(now.value) : undefined) ?? Promise.resolve();
  }, []);
  useEffect(() => {
    let isGone = false;
    void keeper.current?.read().then((body) => {
      if (isGone || body === undefined || latest.current.isTouched) return;
      const restored = latest.current.schema.safeParse(JSON.parse(body));
      if (!restored.success) return;
      latest.current.onRestore(restored.data);
      notify({ text: textNow()("frame.draftRestored") });
    });
    return () => {
      isGone = true;
    };
  }, []);
  const typed = isTouched ? JSON.stringify(value) : undefined;
  const pace = useRef<Paced>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is typed is what there is to keep
  useEffect(() => {
    pace.current ??= atMostEvery(keepEveryMs, () => void keep());
    pace.current.soon();
  }, [typed, keep]);
  useEffect(() => {
    const stop = beforeLock(keep);
    return () => {
      stop();
      pace.current?.forget();
      void keep();
    };
  }, [keep]);
  return {
    drop: () => keeper.current?.drop(latest.current.isTouched ? JSON.stringify(latest.current.value) : undefined),
  };
}

interface Keeper {
  /** What the vault has, if anything. */
  read(): Promise<string | undefined>;
  /** Keeps the text; undefined, when nothing is typed any more, forgets what was kept. */
  keep(text: string | undefined): Promise<void>;
  /** Forgets what is kept and takes no more of this very text. */
  drop(text: string | undefined): void;
}

/** Speaks to the vault about one form; sends nothing twice. */
function createKeeper(place: { readonly dossierId: DossierId | null; readonly form: string }): Keeper {
  let kept: string | undefined;
  let dropped: string | undefined;
  let isRead = false;
  return {
    read: async () => {
      const read = await host.drafts.read(place);
      isRead = true;
      kept ??= read.ok ? read.value.draft?.body : undefined;
      return kept;
    },
    keep: async (text) => {
      // Before it is known what the vault holds, an empty form must not wipe it.
      if (text === kept || text === dropped || (text === undefined && !isRead)) return;
      if (text !== undefined && text.length > formDraftLimit) return;
      kept = text;
      dropped = undefined;
      if (text === undefined) await host.drafts.drop(place);
      else if (!(await host.drafts.keep({ ...place, body: text })).ok) kept = undefined;
    },
    drop: (text) => {
      kept = undefined;
      dropped = text;
      void host.drafts.drop(place);
    },
  };
}
