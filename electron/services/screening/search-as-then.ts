import type { Hit } from "../../../shared/domain/screening.ts";
import type { Random } from "../../ports.ts";
import type { RunQuery, RunRecord } from "../../vault/tables/screening-table.ts";
import type { NameSearch } from "../name-search.ts";
import type { OpenSession, Session } from "../session.ts";
import { hasLeft, inLaterEdition } from "./carried-picture.ts";
import { changedList } from "./changed-list.ts";
import { hitsFrom, toNameQuery } from "./find-hits.ts";

/**
 * Searches as that run was searched: in all its editions, or, where it compared only what had changed, in those in which
 * everything was last compared, and then list by list in what changed. Editions that the vault no longer has are left out.
 */
export async function searchAsThen(
  parts: { readonly session: Session; readonly random: Random; readonly search: NameSearch },
  open: OpenSession,
  { run, queries }: { readonly run: RunRecord; readonly queries: readonly RunQuery[] },
): Promise<{ hits: Hit[]; matcherVersion: string }> {
  const { search, random } = parts;
  const { changedOnly, cutOff: from } = run;
  const asked = queries.map(toNameQuery);
  let editionIds = changedOnly?.wholeEditions ?? run.editions.map((edition) => edition.id);
  const whole = await search.searchIn(open, editionIds, asked);
  let hits = hitsFrom(whole, { queries, random, from });
  for (const step of changedOnly?.steps ?? []) {
    const [before, after] = [open.tables.lists.find(step.before), open.tables.lists.find(step.after)];
    if (before === undefined || after === undefined) continue;
    const list = await changedList(parts.session, open, { before, after });
    if (list === undefined) break;
    editionIds = editionIds.map((id) => (id === before.id ? after.id : id));
    const changed = { editionId: after.id, entryKeys: list.come, among: editionIds };
    const met = await search.searchChanged(open, changed, asked);
    const stayed = hits.filter((hit) => !hasLeft(hit, list)).map((hit) => inLaterEdition(hit, list));
    hits = [...stayed, ...hitsFrom(met, { queries, random, from })];
  }
  return { hits, matcherVersion: whole.matcherVersion };
}
