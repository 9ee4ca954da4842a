import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  lacksReason,
  reasonShortBy,
  ruledDepth,
  sendablePatch,
} from "../../../../../renderer/features/triage/triage-draft.ts";
import { type Dossier, emptyTriage, type Triage } from "../../../../../shared/domain/dossier.ts";
import { content } from "../../../shared/domain/risk/sample-cases.ts";

const policy = content.scoring;
const reason = "対象技術は公知であり、提供先も限られるため。";
const triageOf = (parts: Partial<Triage> = {}): Triage => ({ ...emptyTriage, techTier: "T2", access: "A1", ...parts });
const storedWith = (
  triage: Triage,
  depthByRule: Dossier["depthByRule"] = "standard",
): Pick<Dossier, "triage" | "depthByRule"> => ({ triage, depthByRule });

describe("the depth by rule on screen", () => {
  it("follows tier, access and triggers, with the sentences that hold", () => {
    assert.equal(ruledDepth(triageOf({ techTier: "T1" }), storedWith(emptyTriage, "light"), policy).depth, "light");
    const important = ruledDepth(triageOf(), storedWith(emptyTriage, "light"), policy);
    assert.equal(important.depth, "standard");
    assert.deepEqual(
      important.rules.map((rule) => rule.id),
      ["important-technology"],
    );
    const protectedOne = ruledDepth(
      triageOf({ techTier: "T3", access: "A2" }),
      storedWith(emptyTriage, "light"),
      policy,
    );
    assert.equal(protectedOne.depth, "enhanced");
  });

  it("goes by triggers alone until tier and access are known", () => {
    const half = { ...emptyTriage, triggers: ["defence_link" as const] };
    assert.equal(ruledDepth(half, storedWith(emptyTriage, "light"), policy).depth, "standard");
    assert.equal(ruledDepth(emptyTriage, storedWith(emptyTriage, "light"), policy).depth, "light");
  });

  it("keeps what findings ask for beyond the triage", () => {
    const ruled = ruledDepth(triageOf({ techTier: "T1" }), storedWith(triageOf(), "enhanced"), policy);
    assert.equal(ruled.depth, "enhanced");
    assert.equal(ruled.isFromFindings, true);
  });
});

describe("a depth below the rules", () => {
  it("lacks its reason until that has twenty characters", () => {
    assert.equal(lacksReason(triageOf({ depthChosen: "light" }), "standard"), true);
    assert.equal(
      lacksReason(triageOf({ depthChosen: "light", depthReason: `  ${"あ".repeat(19)}  ` }), "standard"),
      true,
    );
    assert.equal(lacksReason(triageOf({ depthChosen: "light", depthReason: reason }), "standard"), false);
    assert.equal(lacksReason(triageOf({ depthChosen: "enhanced" }), "standard"), false);
    assert.equal(reasonShortBy("あいう"), 17);
  });

  it("waits, while everything else is stored", () => {
    const stored = storedWith(triageOf());
    assert.deepEqual(sendablePatch({ depthChosen: "light", techReason: "髙" }, stored, policy), { techReason: "髙" });
    assert.deepEqual(sendablePatch({ depthChosen: "light", depthReason: "短い" }, stored, policy), {});
  });

  it("is stored together with its reason once that is long enough", () => {
    const patch = { depthChosen: "light", depthReason: reason } as const;
    assert.deepEqual(sendablePatch(patch, storedWith(triageOf()), policy), patch);
  });

  it("gives way when the rules come to ask for more than was chosen", () => {
    const stored = storedWith(triageOf({ depthChosen: "standard" }));
    assert.deepEqual(sendablePatch({ techTier: "T3", access: "A3" }, stored, policy), {
      techTier: "T3",
      access: "A3",
      depthChosen: null,
    });
  });

  it("stands when its reason was given before", () => {
    const stored = storedWith(triageOf({ depthChosen: "light", depthReason: reason }));
    assert.deepEqual(sendablePatch({ techTier: "T3", access: "A3" }, stored, policy), { techTier: "T3", access: "A3" });
  });
});
