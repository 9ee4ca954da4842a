import { z } from "zod";
import { AnswerPatch } from "../../../shared/domain/answer.ts";
import { formDraftLimit } from "../../../shared/domain/form-draft.ts";
import { type DossierId, ItemId } from "../../../shared/domain/ids.ts";
import { host } from "../../host.ts";
import { bringBack, checklistStore } from "./checklist-store.ts";
import { type ItemWork, workState } from "./item-work.ts";

/** By item what was entered; a text that does not fit yet must come back too, so that only names are checked here. */
const Unsent = z.record(z.string(), z.record(z.string(), z.json()));

const form = "unsent-answers";

/** How long the hands rest before what waits is kept, in milliseconds. */
const restMs = 300;

/** The longest that it goes unkept while somebody types on, in milliseconds. */
const longestMs = 700;

/** What waits on the page because it may not be stored yet: for a reason, for a choice, or until it fits. */
function unsentOf(items: Readonly<Record<string, ItemWork>>): string | undefined {
  const waiting = Object.values(items).filter((work) => ["failed", "held"].includes(workState(work)));
  if (waiting.length === 0) return undefined;
  const text = JSON.stringify(Object.fromEntries(waiting.map((work) => [work.saved.itemId, work.draft])));
  return text.length > formDraftLimit ? undefined : text;
}

/** Keeps what waits, in the vault, from now until the returned functions are called; `keep` does so at once. */
export function keepUnsent(dossierId: DossierId): { keep(): Promise<void>; stop(): void } {
  let kept: string | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let sinceMs: number | undefined;
  const keep = async (): Promise<void> => {
    clearTimeout(timer);
    sinceMs = undefined;
    const state = checklistStore.getState();
    if (state.dossierId !== dossierId) return;
    const text = unsentOf(state.items);
    if (text === kept) return;
    kept = text;
    if (text === undefined) await host.drafts.drop({ dossierId, form });
    else if (!(await host.drafts.keep({ dossierId, form, body: text })).ok) kept = undefined;
  };
  const unfollow = checklistStore.subscribe(({ items, dossierId: shown }) => {
    if (shown !== dossierId || unsentOf(items) === kept) return;
    sinceMs ??= performance.now();
    clearTimeout(timer);
    const leftMs = sinceMs + longestMs - performance.now();
    timer = setTimeout(() => void keep(), Math.max(0, Math.min(restMs, leftMs)));
  });
  void bringBackUnsent(dossierId).then((text) => {
    kept ??= text;
  });
  return {
    keep,
    stop: () => {
      unfollow();
      void keep();
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
  for (const [itemId, patch] of Object.entries(unsent.data)) {
    const id = ItemId.safeParse(itemId);
    const known = Object.fromEntries(Object.entries(patch).filter(([field]) => field in AnswerPatch.shape));
    if (id.success) bringBack(dossierId, id.data, known);
  }
  return body;
}
