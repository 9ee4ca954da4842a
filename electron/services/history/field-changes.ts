import type { z } from "zod";
import type { FieldChange, FieldName } from "../../../shared/contract/calls/history.ts";
import { type CaseParts, fieldsOf, shownValue } from "../../../shared/domain/case-parts.ts";
import type { DossierId } from "../../../shared/domain/ids.ts";
import { ItemId } from "../../../shared/domain/ids.ts";
import type { OpenSession } from "../session.ts";
import { answerPlace } from "./case-parts.ts";

/** One state of a part of a case, wherever it is kept. */
interface PartState {
  readonly state: number;
  readonly body: unknown;
  readonly at: number;
  readonly by: string | null;
  readonly reason: string;
  readonly origin: "change" | "earlier" | "restore";
}

/** The states of the part that a field belongs to, in the order of writing. */
function statesOf({ tables }: OpenSession, dossierId: DossierId, { place, rowId }: FieldName): PartState[] {
  if (place !== answerPlace)
    return tables.history
      .of({ dossierId, place, rowId })
      .map(({ number, body, at, byName, reason, origin }) => ({ state: number, body, at, by: byName, reason, origin }));
  const itemId = ItemId.safeParse(rowId);
  if (!itemId.success) return [];
  return tables.answers.states(dossierId, itemId.data).map(({ answer, reason }) => ({
    state: answer.revision,
    body: answer,
    at: answer.updatedAt ?? 0,
    by: answer.updatedBy,
    reason,
    origin: "change" as const,
  }));
}

/** Every change of one field, latest first; what is shown only on asking is masked. */
export function fieldChanges(open: OpenSession, dossierId: DossierId, name: FieldName): z.input<typeof FieldChange>[] {
  const { place, rowId, field } = name;
  const changes: z.input<typeof FieldChange>[] = [];
  let before: unknown = null;
  for (const { body, ...state } of statesOf(open, dossierId, name)) {
    const after = fieldsOf(body).get(field) ?? null;
    if (JSON.stringify(before) !== JSON.stringify(after)) {
      // What history keeps is JSON as it was stored.
      const shown = (value: unknown) => shownValue(place, rowId, field, value) as z.input<typeof FieldChange>["before"];
      changes.push({ ...state, before: shown(before), after: shown(after) });
    }
    before = after;
  }
  return changes.reverse();
}

/** A case in which this one part stands as it did in that state; undefined where there is no such state. */
export function partsInState(
  open: OpenSession,
  dossierId: DossierId,
  { name, state }: { readonly name: FieldName; readonly state: number },
): CaseParts | undefined {
  const found = statesOf(open, dossierId, name).find((one) => one.state === state);
  if (found === undefined) return undefined;
  return new Map([[name.place, found.body === null ? new Map() : new Map([[name.rowId, found.body]])]]);
}
