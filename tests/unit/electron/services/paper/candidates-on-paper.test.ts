import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { PaperData } from "../../../../../electron/pdf/paper/paper-data.ts";
import { screeningPart } from "../../../../../electron/services/paper/paper-annexes.ts";
import type { Hit } from "../../../../../shared/domain/screening.ts";
import { hexId, sampleHit } from "../../../../support/sample-hit.ts";

/** A hit that the paper calls by its number. */
function hit(number: number, change: Partial<Record<keyof Hit, unknown>>): Hit {
  return sampleHit(number, { queryName: "髙﨑 𠮷", matchedName: `候補${number}`, ...change });
}

function printed(hits: readonly Hit[]): NonNullable<PaperData["screening"]>["candidates"] {
  const run = {
    at: 1,
    cutOff: 0.7,
    matcherVersion: "",
    editions: [],
    queries: [{ subjectId: hexId(1), name: "髙﨑 𠮷" }],
  };
  // Only these are read where nothing was judged.
  const source = { file: { run, hits, subjects: [] }, content: { vocabulary: { falsePositiveReasons: [] } } } as never;
  return screeningPart(source)?.candidates ?? [];
}

describe("candidates on paper", () => {
  test("stand in the order of the window: the strong band first, and in it what agrees beside the name", () => {
    const hits = [
      hit(1, { score: 0.81 }),
      hit(2, { against: ["country-differs"] }),
      hit(3, { against: ["same-name-only"] }),
      hit(4, { score: 0.93, inFavour: ["birth-year-agrees"] }),
    ];
    assert.deepEqual(
      printed(hits).map(({ listedName }) => listedName),
      ["候補4", "候補3", "候補2", "候補1"],
    );
  });

  test("are marked where nothing beside the name could be compared, and only there", () => {
    const rows = printed([hit(1, { against: ["same-name-only"] }), hit(2, { inFavour: ["country-agrees"] })]);
    assert.deepEqual(
      rows.map(({ listedName, isNameOnly }) => [listedName, isNameOnly]),
      [
        ["候補2", undefined],
        ["候補1", true],
      ],
    );
  });

  test("say what is missing: a judgement, or the second person's word", () => {
    const judgement = { disposition: "true_match", reason: null, note: "髙﨑 𠮷" };
    const judged = { judgement, judgedAt: 1, judgedBy: "葛󠄀城" };
    const second = { agrees: true, at: 2, by: "寿限無", personId: hexId(7), note: "" };
    const rows = printed([
      hit(1, {}),
      hit(2, { ...judged, awaitsSecondPerson: true }),
      hit(3, { ...judged, awaitsSecondPerson: true, second }),
      hit(4, { ...judged, judgement: { ...judgement, disposition: "undecided" } }),
    ]);
    const missing = new Map(rows.map(({ listedName, pending }) => [listedName, pending]));
    assert.deepEqual(
      ["候補1", "候補2", "候補3", "候補4"].map((name) => missing.get(name)),
      ["judgement", "confirmation", undefined, undefined],
    );
  });
});
