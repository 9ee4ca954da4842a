import type { FormDraft } from "../../shared/domain/form-draft.ts";
import type { DossierId } from "../../shared/domain/ids.ts";
import { err, type Nothing, ok, type Result } from "../../shared/result.ts";
import type { Clock } from "../ports.ts";
import type { DraftPlace } from "../vault/tables/draft-table.ts";
import { type EntryRefusal, enterCase } from "./enter-case.ts";
import type { OpenSession, Session } from "./session.ts";

type OneForm = { readonly dossierId: DossierId | null; readonly form: string };

/** Keeps half-written forms, so that a lock, a crash or a closed window loses none of them. */
export interface DraftService {
  keep(input: OneForm & { body: string }): Result<Nothing, EntryRefusal | { readonly code: "bad-request" }>;
  read(input: OneForm): Result<{ draft: FormDraft | null }, EntryRefusal>;
  drop(input: OneForm): Result<Nothing, EntryRefusal>;
}

export function createDraftService({ session, clock }: { session: Session; clock: Clock }): DraftService {
  const enter = ({ dossierId, form }: OneForm): Result<{ open: OpenSession; place: DraftPlace }, EntryRefusal> => {
    const entered =
      dossierId === null
        ? session.enter("work-on-cases")
        : enterCase(session, "read-cases", dossierId, { admitsBlind: true });
    if (!entered.ok) return entered;
    const open = "open" in entered.value ? entered.value.open : entered.value;
    return ok({ open, place: { personId: open.person.id, dossierId, form } });
  };
  return {
    keep: ({ body, ...form }) => {
      if (!isJson(body)) return err({ code: "bad-request" });
      const entered = enter(form);
      if (!entered.ok) return entered;
      const { open, place } = entered.value;
      open.write(() => open.tables.drafts.put(place, body, clock.nowMs()));
      return ok({});
    },
    read: (form) => {
      const entered = enter(form);
      if (!entered.ok) return entered;
      const body = entered.value.open.tables.drafts.find(entered.value.place);
      return ok({ draft: body === undefined ? null : { body } });
    },
    drop: (form) => {
      const entered = enter(form);
      if (!entered.ok) return entered;
      const { open, place } = entered.value;
      open.write(() => open.tables.drafts.remove(place));
      return ok({});
    },
  };
}

function isJson(body: string): boolean {
  try {
    JSON.parse(body);
    return true;
  } catch {
    return false;
  }
}
