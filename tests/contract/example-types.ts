import type { KuraClient } from "../../shared/contract/calls.ts";

/** One request per call, every field filled, so that a test can reach each of them. */
export type Examples = {
  readonly [A in keyof KuraClient]: {
    readonly [V in keyof KuraClient[A]]: KuraClient[A][V] extends (request: infer Q) => unknown ? Q : never;
  };
};
