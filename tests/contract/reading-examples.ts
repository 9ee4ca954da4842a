import type { KuraClient } from "../../shared/contract/calls.ts";
import type { Scene } from "../support/scene.ts";

type Requests = {
  readonly [V in keyof KuraClient["reading"]]: Parameters<KuraClient["reading"][V]>[0];
};

/** One request for each call that reads evidence, in an order in which each still finds what it needs. */
export function readingExamples({ dossierId, evidenceId, markId, itemId }: Scene): Requests {
  const one = { dossierId, evidenceId };
  const mark = { dossierId, markId };
  return {
    open: one,
    chunk: { ...one, offset: 0, length: 1_000 },
    close: one,
    marks: { dossierId },
    mark: {
      ...one,
      mark: {
        place: { kind: "passage", from: { part: 1, offset: 0 }, to: { part: 1, offset: 4 } },
        quote: "架空の髙",
        note: "葛󠄀城の欄",
      },
    },
    changeMark: { ...mark, revision: 1, note: "覚え" },
    cite: { ...mark, itemId, cited: true },
    removeMark: { ...mark, removed: true },
    texts: { dossierId },
    retryText: one,
  };
}
