import { z } from "zod";
import { ExportPurpose } from "../../domain/audit.ts";
import { Depth, DecisionId as Outcome } from "../../domain/content/vocabulary.ts";
import { CaseDue, CaseFilter, CaseSort, CaseSortColumn, caseSortColumns } from "../../domain/desk/case-list.ts";
import { DeskMeasure } from "../../domain/desk/desk-case.ts";
import { Overview } from "../../domain/desk/overview.ts";
import { Waiting, WaitingKind } from "../../domain/desk/waiting.ts";
import { DossierKind, DossierState } from "../../domain/dossier.ts";
import { DossierId } from "../../domain/ids.ts";
import { line, textLimits } from "../../domain/text.ts";
import { Day, Instant } from "../../domain/time.ts";
import { channel } from "../channel.ts";
import { caseCodes, vaultCodes } from "../errors.ts";
import { LocaleId } from "./app.ts";
import { Passphrase } from "./passphrase.ts";

/** Most rows one page may hold. */
export const longestPage = 200;

/** Most cases whose due day is set in one go. */
export const mostDueDays = 1_000;

/** One line of a list of cases. */
export const CaseRow = z.object({
  id: DossierId,
  number: z.string(),
  title: z.string(),
  kind: DossierKind,
  state: DossierState,
  principal: z.string(),
  depth: Depth,
  /** Of the latest decision, also while it waits for an answer; null without one. */
  outcome: Outcome.nullable(),
  dueDay: Day.nullable(),
  due: CaseDue,
  reviewDay: Day.nullable(),
  answered: z.int().nonnegative(),
  required: z.int().nonnegative(),
  minutes: z.int().nonnegative(),
  /** Read by the people named for it alone. */
  restricted: z.boolean(),
  createdAt: Instant,
  updatedAt: Instant,
});
export type CaseRow = z.infer<typeof CaseRow>;

/** A measure of some case that is due by a day. */
export const MeasureRow = DeskMeasure.extend({
  dossierId: DossierId,
  number: z.string(),
  title: z.string(),
  restricted: z.boolean(),
  isOverdue: z.boolean(),
});
export type MeasureRow = z.infer<typeof MeasureRow>;

/** Columns a list of cases can be written out with. */
const caseExportColumns = [...caseSortColumns, "access"] as const;
export const CaseExportColumn = z.enum(caseExportColumns);
export type CaseExportColumn = z.infer<typeof CaseExportColumn>;

export const StaleList = z.object({ title: z.string(), edition: z.string(), ageDays: z.int() });

const sorts = z.array(CaseSort).max(4);
const window = { offset: z.int().min(0).max(10_000_000), limit: z.int().min(1).max(longestPage) };

/** Lists of cases, page by page, and what is counted over all of them. */
export const dossierLists = {
  /**
   * What waits for me by my roles, most pressing first: of each kind the first few, and how many there are; lists that have
   * grown old; how many cases there are. After unlocking or large changes `unread` cases may not have been looked at yet:
   * they are being read, and asking again soon tells the rest.
   */
  waiting: channel({
    request: z.strictObject({}),
    response: z.object({
      waiting: z.array(Waiting),
      counts: z.array(z.object({ kind: WaitingKind, count: z.int().positive() })),
      staleLists: z.array(StaleList),
      /** Pieces of evidence marked as changed or unreadable: in the cases this person reads, or in all for who checks the vault. */
      changedEvidence: z.int(),
      dossiers: z.int(),
      unread: z.int().nonnegative(),
    }),
    errors: ["vault-locked"],
  }),

  /** Rows `offset` and on of the cases that the filter lets through, in this order; how many it lets through, and how many there are. */
  page: channel({
    request: z.strictObject({ filter: CaseFilter, sorts, ...window }),
    response: z.object({ rows: z.array(CaseRow), matching: z.int(), all: z.int() }),
    errors: ["vault-locked"],
  }),

  /** Where in that list the next row lies whose text in `column` begins with `prefix`; null without one. */
  seek: channel({
    request: z.strictObject({
      filter: CaseFilter,
      sorts,
      column: CaseSortColumn,
      prefix: line(80).min(1),
      from: z.int().nonnegative(),
    }),
    response: z.object({ index: z.int().nullable() }),
    errors: ["vault-locked"],
  }),

  /** Measures with a day that are not in place yet, earliest first, of every case I may see. */
  measuresDue: channel({
    request: z.strictObject({ text: line(textLimits.title), overdueOnly: z.boolean(), ...window }),
    response: z.object({ rows: z.array(MeasureRow), matching: z.int(), all: z.int() }),
    errors: ["vault-locked"],
  }),

  /** Sets due days of several cases together. What cannot be changed is left as it is and named; `before` takes the rest back. */
  setDueDays: channel({
    request: z.strictObject({
      changes: z
        .array(z.strictObject({ dossierId: DossierId, dueDay: Day.nullable() }))
        .min(1)
        .max(mostDueDays),
    }),
    response: z.object({
      before: z.array(z.object({ dossierId: DossierId, dueDay: Day.nullable() })),
      refused: z.array(z.object({ dossierId: DossierId, code: z.string() })),
    }),
    errors: ["vault-locked", ...caseCodes],
  }),

  /** Writes the list out as CSV to where a dialog of the host says. Asks for the passphrase again; leaves a trace. */
  exportList: channel({
    request: z.strictObject({
      filter: CaseFilter,
      sorts,
      columns: z.array(CaseExportColumn).min(1).max(caseExportColumns.length),
      locale: LocaleId,
      purpose: ExportPurpose,
      passphrase: Passphrase,
    }),
    response: z.object({ rows: z.int() }),
    errors: vaultCodes,
  }),

  /** Counts over the cases I may see, of those begun in the last `months`; null for all. */
  overview: channel({
    request: z.strictObject({ months: z.int().min(1).max(120).nullable() }),
    response: Overview,
    errors: ["vault-locked"],
  }),
} as const;
