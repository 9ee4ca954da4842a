/** Something wrong with the content: where, and what. Codes and ids only. */
export interface Problem {
  readonly where: string;
  readonly code:
    | "empty-text"
    | "unknown-id"
    | "duplicate-id"
    | "missing-id"
    | "wrong-count"
    | "not-ascending"
    | "not-covered"
    | "wrong-scale"
    | "cycle";
  readonly id: string;
}
