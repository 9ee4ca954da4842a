import { isAnswered } from "../../shared/domain/checklist.ts";
import type { Dossier } from "../../shared/domain/dossier.ts";
import { isUndecided } from "../../shared/domain/judging/group-hits.ts";
import { maskRestricted } from "../../shared/domain/restricted.ts";
import type { DossierRecord } from "../vault/tables/dossier-table.ts";
import { requiredIn } from "./asked-items.ts";
import { hasDeclared, isOwnUnit } from "./enter-case.ts";
import type { OpenSession } from "./session.ts";

/** A dossier with its subjects and the number of its decisions, as a window may have it: restricted fields are masked. */
export function assembleDossier(open: OpenSession, record: DossierRecord): Dossier {
  const { tables } = open;
  const decisions = tables.decisions.list(record.id);
  const readsBlind = tables.secondReviews.isBlind(record.id, open.person.id);
  return maskRestricted({
    ...record,
    standing: {
      declared: hasDeclared(open, record.id),
      ownUnit: isOwnUnit(open, record),
      proposedLatest: decisions[0]?.proposedBy === open.person.id,
      readsBlind,
    },
    restricted: open.cases.isRestricted(record.id),
    subjects: tables.subjects.list(record.id),
    decisions: decisions.length,
    // Reasons of moves and counts of answers would tell a blind reader what the first one thinks.
    moves: readsBlind ? [] : tables.dossiers.moves(record.id),
    progress: readsBlind ? unseen : progressOf(open, record, decisions[0]?.id),
  });
}

/** What a blind reader is told of the progress. */
const unseen: Dossier["progress"] = {
  answered: 0,
  required: 0,
  screened: false,
  candidates: 0,
  undecided: 0,
  measures: 0,
  signed: false,
};

function progressOf(open: OpenSession, record: DossierRecord, latestDecision: string | undefined): Dossier["progress"] {
  const { tables } = open;
  const required = requiredIn(open, record);
  const answered = tables.answers.list(record.id).filter((answer) => isAnswered(answer) && required.has(answer.itemId));
  const hits = tables.screening.hits(record.id).map((stored) => stored.hit);
  return {
    answered: answered.length,
    required: required.size,
    screened: tables.screening.isScreened(record.id),
    candidates: hits.length,
    undecided: hits.filter(isUndecided).length,
    measures: tables.measures.list(record.id).length,
    signed: tables.reports.list(record.id).some((report) => report.decisionId === latestDecision),
  };
}
