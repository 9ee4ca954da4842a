import { Answer } from "../../../shared/domain/answer.ts";
import { type CaseParts, rowOf } from "../../../shared/domain/case-parts.ts";
import type { Content } from "../../../shared/domain/content/content.ts";
import { Template } from "../../../shared/domain/content/template.ts";
import { MeasureTaken } from "../../../shared/domain/decision.ts";
import { Evidence } from "../../../shared/domain/evidence.ts";
import { Subject } from "../../../shared/domain/party.ts";
import type { Assessment } from "../../../shared/domain/risk/assessment.ts";
import { Hit } from "../../../shared/domain/screening.ts";
import { DossierRecord } from "../../vault/tables/dossier-table.ts";
import { GateRecord } from "../../vault/tables/measure-table.ts";
import { templateOf } from "../case-file.ts";
import { assessCase, type RatedFile } from "../rated-case.ts";
import type { OpenSession } from "../session.ts";

/** A hit as far as history keeps it and the rating reads it. */
const KnownHit = Hit.pick({
  id: true,
  subjectId: true,
  effectClass: true,
  judgement: true,
  awaitsSecondPerson: true,
});

/**
 * The case of these parts in the shape that is rated. Rows of an older shape take what they lack from the row as it stands;
 * rows that cannot be read even so are left out, as are the answers of a template that is gone.
 */
export function knownCase(open: OpenSession, record: DossierRecord, parts: CaseParts): RatedFile {
  const then = recordOf(record, parts);
  const { tables } = open;
  const rows = (place: string): [string, unknown][] => [...(parts.get(place) ?? new Map<string, unknown>())];
  const subjects = new Map(tables.subjects.list(record.id).map((one): [string, object] => [one.id, one]));
  const evidence = new Map(tables.evidence.list(record.id).map((one): [string, object] => [one.id, one]));
  return {
    record: then,
    template: Template.parse(templateOf(open, then)),
    subjects: readable(Subject, rows("subject"), subjects),
    answers: readable(Answer, rows("answer")),
    evidence: readable(Evidence, rows("evidence"), evidence),
    measures: readable(MeasureTaken, rows("measure")),
    gates: readable(GateRecord, rows("gate")),
    hits: readable(
      KnownHit,
      rows("hit").map(([id, body]): [string, unknown] => [id, { ...rowOf(body), id }]),
    ),
  };
}

/** The rating the case would have had, by the rules as they are; null while it could not be rated. */
export function assessmentOf(file: RatedFile, content: Content): Assessment | null {
  const assessed = assessCase(file, content);
  return assessed.ok ? assessed.value : null;
}

interface Schema<T> {
  safeParse(value: unknown): { readonly success: true; readonly data: T } | { readonly success: false };
}

function readable<T>(
  schema: Schema<T>,
  rows: readonly (readonly [string, unknown])[],
  current: ReadonlyMap<string, object> = new Map(),
): T[] {
  return rows.flatMap(([rowId, body]) => {
    const parsed = schema.safeParse(body);
    if (parsed.success) return [parsed.data];
    const completed = schema.safeParse({ ...current.get(rowId), ...rowOf(body) });
    return completed.success ? [completed.data] : [];
  });
}

function heldIn(body: unknown): unknown {
  return typeof body === "object" && body !== null && "value" in body ? body.value : undefined;
}

/** The case's own row as these parts have it. */
function recordOf(record: DossierRecord, parts: CaseParts): DossierRecord {
  const fields = (place: string): Record<string, unknown> =>
    Object.fromEntries([...(parts.get(place) ?? [])].map(([name, body]) => [name, heldIn(body)]));
  const { template, depth, ...head } = fields("head");
  const next: unknown = {
    ...record,
    ...head,
    ...rowOf(template),
    ...rowOf(depth),
    triage: { ...record.triage, ...fields("triage") },
    intake: fields("intake"),
  };
  return DossierRecord.parse(next);
}
