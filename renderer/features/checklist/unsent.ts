import { z } from "zod";
import { AnswerPatch } from "../../../shared/domain/answer.ts";
import { formDraftLimit } from "../../../shared/domain/form-draft.ts";
import { type DossierId, ItemId } from "../../../shared/domain/ids.ts";
import { host } from "../../host.ts";
import { atMostEvery } from "../../stores/at-most-every.ts";
import { bringBack, checklistStore } from "./checklist-store.ts";
import { type ItemWork, workState } from "./item-work.ts";

/** Fields by their names; a text that does not fit yet must come back too, so that only names are checked here. */
const Fields = z.record(z.string(), z.json());

/** By item what was entered, what of it was on its way, and which stored answer it was entered over. */
const Unsent = z.record(z.string(), z.object({ entered: Fields, sending: Fields, revision: z.int() }));

const form = "unsent-answers";

/** How often what waits is kept while it changes, in milliseconds. */
const keepEveryMs = 250;

/**
 * What waits on the page because it may not be stored yet: for a reason, for a choice, or until it fits. From a page that goes,
 * everything without an answer from the vault: a refusal would reach nobody.
 */
function unsentOf(items: Readonly<Record<string, ItemWork>>, leaving: boolean): string | undefined {
  const states = leaving ? ["failed", "held", "unsaved", "saving"] : ["failed", "held"];
  const waiting = Object.values(items).filter((work) => states.includes(workState(work)));
  if (waiting.length === 0) return undefined;
  const entries = waiting.map(({ saved, draft, sending = {} }) => {
    return [saved.itemId, { entered: draft, sending, revision: saved.revision }] as const;
  });
  const text = JSON.stringify(Object.fromEntries(entries));
  return text.length > formDraftLimit ? undefined : text;
}

/** Keeps what waits, in the vault, from now until the returned functions are called; `keep` does so at once. */
export function keepUnsent(dossierId: DossierId): { keep(leaving: boolean): Promise<void>; stop(): void } {
  let kept: string | undefined;
  const keep = async (leaving: boolean): Promise<void> => {
    pace.forget();
    const state = checklistStore.getState();
    if (state.dossierId !== dossierId) return;
    const text = unsentOf(state.items, leaving);
    if (text === kept) return;
    kept = text;
    if (text === undefined) await host.drafts.drop({ dossierId, form });
    else if (!(await host.drafts.keep({ dossierId, form, body: text })).ok) kept = undefined;
  };
  const pace = atMostEvery(keepEveryMs, () => void keep(false));
  const unfollow = checklistStore.subscribe(({ items, dossierId: shown }) => {
    if (shown === dossierId && unsentOf(items, false) !== kept) pace.soon();
  });
  void bringBackUnsent(dossierId).then((text) => {
    kept ??= text;
    // What came back and is stored by now need not be kept any longer.
    if (text !== undefined) pace.soon();
  });
  return {
    keep,
    stop: () => {
      unfollow();
      void keep(false);
    },
  };
}

/** Puts back on the page what had to wait when it was last left; answers what the vault holds of it. */
async function bringBackUnsent(dossierId: DossierId): Promise<string | undefined> {
  const read = await host.drafts.read({ dossierId, form });
  const body = read.ok ? read.value.draft?.body : undefined;
  if (body === undefined) return undefined;
  const unsent = Unsent.safeParse(JSON.parse(body));
  if (!unsent.success) return undefined;
  for (const [itemId, { entered, sending, revision }] of Object.entries(unsent.data)) {
    const id = ItemId.safeParse(itemId);
    if (id.success) bringBack(dossierId, id.data, { entered: known(entered), sending: known(sending), revision });
  }
  return body;
}

/** The fields that an answer has, as they were entered. Whether they fit is judged before they are sent. */
function known(fields: z.infer<typeof Fields>): AnswerPatch {
  const kept = Object.entries(fields).filter(([field]) => field in AnswerPatch.shape);
  // Safe: these are shown as typed, and the engine parses them before it stores any.
  return Object.fromEntries(kept) as AnswerPatch;
}
