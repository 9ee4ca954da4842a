import type { host } from "../../host.ts";

type Answered<C extends (request: never) => unknown> =
  Extract<Awaited<ReturnType<C>>, { readonly ok: true }> extends {
    readonly value: infer V;
  }
    ? V
    : never;

/** The version a case is on, and what waits after a move. */
export type CaseTemplate = Answered<typeof host.templates.ofCase>;
/** Sheets sent out and replies taken in. */
export type Sheets = Answered<typeof host.questionnaires.list>;
