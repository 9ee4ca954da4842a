import type { CaseExportColumn, CaseRow, MeasureRow } from "../../../shared/contract/calls/dossier-lists.ts";
import type { ExportPurpose } from "../../../shared/domain/audit.ts";
import type { Content } from "../../../shared/domain/content/content.ts";
import {
  type CaseFilter,
  type CaseSort,
  type CaseSortColumn,
  dueOf,
  everyCase,
  type ListedCase,
  seekCase,
} from "../../../shared/domain/desk/case-list.ts";
import { foldText, foldWords } from "../../../shared/domain/desk/fold.ts";
import { type Overview, overviewOf } from "../../../shared/domain/desk/overview.ts";
import type { DossierRow } from "../../../shared/domain/dossier.ts";
import { dayOf, daysBetween } from "../../../shared/domain/time.ts";
import { err, ok, type Result } from "../../../shared/result.ts";
import type { Locale } from "../../../shared/strings/text.ts";
import type { Clock, Dialogs } from "../../ports.ts";
import { safeFileName } from "../../security/display-name.ts";
import type { VaultFault } from "../../vault/fault.ts";
import { saveOutside } from "../save-outside.ts";
import { type Locked, mayDo, type NotPermitted, type OpenSession, type Session } from "../session.ts";
import { caseTable } from "./case-table.ts";
import type { Desk } from "./desk-of.ts";

type Asked = { readonly filter: CaseFilter; readonly sorts: readonly CaseSort[] };
type Window = { readonly offset: number; readonly limit: number };
type Page<Row> = { rows: Row[]; matching: number; all: number };

/** Waits until every case is read, then answers lists of cases page by page, counts them, and writes them out. */
export interface CaseListService {
  list(): Promise<Result<{ rows: DossierRow[] }, Locked>>;
  page(input: Asked & Window): Promise<Result<Page<CaseRow>, Locked | NotPermitted>>;
  seek(
    input: Asked & { readonly column: CaseSortColumn; readonly prefix: string; readonly from: number },
  ): Promise<Result<{ index: number | null }, Locked | NotPermitted>>;
  measuresDue(
    input: Window & { readonly text: string; readonly overdueOnly: boolean },
  ): Promise<Result<Page<MeasureRow>, Locked | NotPermitted>>;
  overview(input: { readonly months: number | null }): Promise<Result<Overview, Locked | NotPermitted>>;
  exportList(
    input: Asked & {
      readonly columns: readonly CaseExportColumn[];
      readonly locale: Locale;
      readonly purpose: ExportPurpose;
      readonly passphrase: string;
    },
  ): Promise<Result<{ rows: number }, Locked | NotPermitted | VaultFault>>;
}

interface Parts {
  readonly session: Session;
  readonly desk: Desk;
  readonly clock: Clock;
  readonly dialogs: Dialogs;
  readonly content: Content;
}

export function createCaseListService(parts: Parts): CaseListService {
  const { session, desk, content } = parts;
  const reading = async <T>(work: (open: OpenSession) => T): Promise<Result<T, Locked | NotPermitted>> => {
    const entered = session.enter("read-cases");
    if (!entered.ok) return entered;
    return (await desk.whole(entered.value)) ? ok(work(entered.value)) : err({ code: "vault-locked" });
  };
  return {
    list: async () => {
      const opened = session.require();
      if (!opened.ok) return opened;
      const open = opened.value;
      if (!(await desk.whole(open))) return err({ code: "vault-locked" });
      const rows = mayDo(open, "read-cases") ? desk.list(open, { filter: everyCase, sorts: [] }) : [];
      return ok({ rows: rows.map((listed) => rowOf(open, listed, desk.today())) });
    },
    page: ({ offset, limit, ...asked }) =>
      reading((open) => {
        const found = desk.list(open, asked);
        const rows = found.slice(offset, offset + limit).map((listed) => rowOf(open, listed, desk.today()));
        return { rows, matching: found.length, all: desk.cases(open).length };
      }),
    seek: ({ column, prefix, from, ...asked }) =>
      reading((open) => ({ index: seekCase(desk.list(open, asked), { column, prefix, from }) ?? null })),
    measuresDue: ({ offset, limit, text, overdueOnly }) =>
      reading((open) => {
        const all = measureRows(open, desk);
        const words = foldWords(text);
        const found = all.filter(
          (row) =>
            (!overdueOnly || row.isOverdue) &&
            words.every((word) => foldText(`${row.number}\n${row.title}\n${row.owner}`).includes(word)),
        );
        return { rows: found.slice(offset, offset + limit), matching: found.length, all: all.length };
      }),
    overview: ({ months }) =>
      reading((open) => {
        const today = desk.today();
        const cases = desk
          .cases(open)
          .map((listed) => listed.desk)
          .filter((one) => months === null || daysBetween(dayOf(one.createdAt), today) <= months * daysInMonth);
        return overviewOf(cases, {
          today,
          plannedMinutes: (depth) =>
            content.vocabulary.depths.find(({ id }) => id === depth)?.planningMinutesPerItem ?? 0,
        });
      }),
    exportList: (input) => exportList(parts, input),
  };
}

const daysInMonth = 30.44;

/** One case as a row of a list. */
export function rowOf(open: OpenSession, { desk }: ListedCase, today: string): CaseRow {
  return {
    id: desk.id,
    number: desk.number,
    title: desk.title,
    kind: desk.kind,
    state: desk.state,
    principal: desk.principal,
    depth: desk.depth,
    outcome: desk.decision?.outcome ?? null,
    dueDay: desk.dueDay,
    due: dueOf(desk, today),
    reviewDay: desk.decision?.reviewDay ?? null,
    answered: desk.answered,
    required: desk.required,
    minutes: desk.minutes,
    restricted: open.cases.isRestricted(desk.id),
    createdAt: desk.createdAt,
    updatedAt: desk.updatedAt,
  };
}

function measureRows(open: OpenSession, desk: Desk): MeasureRow[] {
  const today = desk.today();
  return desk
    .cases(open)
    .filter((listed) => listed.desk.state !== "closed")
    .flatMap(({ desk: one }) =>
      one.measures.map((measure) => ({
        ...measure,
        dossierId: one.id,
        number: one.number,
        title: one.title,
        restricted: open.cases.isRestricted(one.id),
        isOverdue: measure.status === "overdue" || measure.dueDay < today,
      })),
    )
    .sort((a, b) => order(a.dueDay, b.dueDay) || order(a.number, b.number) || order(a.measureId, b.measureId));
}

function order(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

async function exportList(
  { session, desk, clock, dialogs, content }: Parts,
  { columns, locale, purpose, passphrase, ...asked }: Parameters<CaseListService["exportList"]>[0],
): ReturnType<CaseListService["exportList"]> {
  const entered = session.enter("export-papers");
  if (!entered.ok) return entered;
  const open = entered.value;
  const allowed = await open.vault.verifyPassphrase(passphrase);
  if (!allowed.ok) return allowed;
  const path = await dialogs.saveFile("case-list", safeFileName(`kura-cases-${dayOf(clock.nowMs())}.csv`));
  if (path === undefined) return err({ code: "cancelled" });
  if (!(await desk.whole(open))) return err({ code: "vault-locked" });
  const rows = desk.list(open, asked).map((listed) => rowOf(open, listed, desk.today()));
  const saved = await saveOutside(path, caseTable(rows, { columns, content, locale }));
  if (!saved.ok) return saved;
  open.write(() => open.note("case-list-exported", null, { purpose, entries: rows.length }));
  return ok({ rows: rows.length });
}
