import { mustExist } from "../../../shared/assert.ts";
import { HitId } from "../../../shared/domain/ids.ts";
import type { Subject } from "../../../shared/domain/party.ts";
import { readIdentifier } from "../../../shared/domain/profile/identifier.ts";
import { usualCutOff } from "../../../shared/domain/score-bands.ts";
import type { Edition, Hit } from "../../../shared/domain/screening.ts";
import type { Random } from "../../ports.ts";
import type { NameQuery } from "../../screening/match/candidate.ts";
import type { RunQuery } from "../../vault/tables/screening-table.ts";
import type { FoundEntry, SearchAnswer } from "../name-search.ts";
import { newId } from "../new-id.ts";

/** Nearness from which a name is shown in a case. */
export const cutOff: number = usualCutOff;

/** Every name of every subject, with what else is known to compare. */
export function queriesOf(subjects: readonly Subject[]): RunQuery[] {
  return subjects.flatMap((subject) =>
    subject.names.map((name) => ({
      subjectId: subject.id,
      name: name.text,
      type: subject.kind,
      countries: subject.country === "" ? [] : [subject.country],
      // Lists give bare numbers; ours may have the name of their scheme before them.
      identifiers: subject.identifiers.flatMap((line) => [line, readIdentifier(line).value]),
    })),
  );
}

/** A kept query as the search takes it. */
export function toNameQuery({ name, type, countries, identifiers }: RunQuery): NameQuery {
  return { name, type, identifiers, ...(countries.length === 0 ? {} : { countries }) };
}

/** The candidates of an answer at or above the cut-off, without verdicts; of several names that find one entry, the nearest counts. */
export function hitsFrom(
  answer: SearchAnswer,
  { queries, random, from = cutOff }: { queries: readonly RunQuery[]; random: Random; from?: number },
): Hit[] {
  const editions = new Map<string, Edition>(answer.editions.map((edition) => [edition.id, edition]));
  const best = new Map<string, FoundEntry & { readonly query: RunQuery }>();
  for (const [place, query] of queries.entries()) {
    for (const one of answer.found[place] ?? []) {
      const { editionId, entryKey, score } = one.candidate;
      const key = `${query.subjectId}:${editionId}:${entryKey}`;
      if (score >= from && score > (best.get(key)?.candidate.score ?? 0)) best.set(key, { ...one, query });
    }
  }
  return [...best.values()].map((found) =>
    toHit(found, {
      id: newId(HitId, random),
      edition: mustExist(editions.get(found.candidate.editionId), "an edition was searched"),
    }),
  );
}

function toHit(
  { candidate, entry, query }: FoundEntry & { readonly query: RunQuery },
  { id, edition }: { id: HitId; edition: Edition },
): Hit {
  return {
    id,
    subjectId: query.subjectId,
    editionId: edition.id,
    listTitle: edition.title,
    edition: edition.edition,
    effectClass: edition.effectClass,
    entryKey: entry.entryKey,
    listedNames: entry.names.map((name) => name.text),
    countries: [...entry.countries],
    programmes: [...entry.programmes, ...entry.wmd, ...(entry.conventional ? ["CW"] : [])],
    remarks: entry.remarks,
    listedType: entry.type,
    identifiers: [...entry.identifiers],
    birthDates: [...entry.birthDates],
    sourceId: entry.sourceId,
    queryName: candidate.queryName,
    matchedName: candidate.matchedName,
    kind: candidate.kind,
    steps: [...candidate.steps],
    against: [...candidate.against],
    inFavour: [...candidate.inFavour],
    pieces: candidate.pieces.map((piece) => ({ ...piece })),
    score: candidate.score,
    judgement: null,
    judgedAt: null,
    judgedBy: null,
    judgedById: null,
    awaitsSecondPerson: false,
    second: null,
    reopened: null,
  };
}
