import type { DossierId } from "../../shared/domain/ids.ts";
import type { Examples } from "./example-types.ts";

const caseFilter = {
  text: "架空",
  states: ["draft" as const],
  kinds: ["institution" as const],
  depths: ["light" as const],
  outcomes: ["accept" as const],
  due: ["none" as const],
  mine: true,
  waiting: "any" as const,
};

type ListCall = "page" | "seek" | "measuresDue" | "setDueDays" | "exportList" | "overview";

/** Requests for lists of cases. */
export const listExamples = (dossierId: DossierId, passphrase: string): Pick<Examples["dossiers"], ListCall> => ({
  page: { filter: caseFilter, sorts: [{ column: "due", direction: "ascending" }], offset: 0, limit: 50 },
  seek: {
    filter: caseFilter,
    sorts: [{ column: "due", direction: "ascending" }],
    column: "number",
    prefix: "DD",
    from: 0,
  },
  measuresDue: { text: "共同", overdueOnly: true, offset: 0, limit: 50 },
  setDueDays: { changes: [{ dossierId, dueDay: "2027-03-31" }] },
  exportList: {
    filter: caseFilter,
    sorts: [{ column: "due", direction: "ascending" }],
    columns: ["number", "title", "access"],
    locale: "ja",
    purpose: "handover",
    passphrase,
  },
  overview: { months: 12 },
});

/** Requests that keep how a table looks. */
export const tableExamples: Examples["tables"] = {
  view: { name: "cases" },
  keepView: {
    name: "cases",
    view: {
      columns: [{ id: "title", widthPx: 320, isHidden: false }],
      sorts: [{ column: "due", direction: "ascending" }],
      density: "dense",
    },
  },
};
