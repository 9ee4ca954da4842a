import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Reliability } from "../../../../../shared/domain/content/vocabulary.ts";
import { corroborationOf } from "../../../../../shared/domain/risk/corroboration.ts";
import { changedRules, rules } from "./sample-cases.ts";

function backed(sources: Array<[Reliability, string]>, confirmed = false): boolean {
  const behind = sources.map(([reliability, origin]) => ({ reliability, origin }));
  return corroborationOf(behind, confirmed, rules.policy).corroborated;
}

describe("corroboration", () => {
  it("needs two independent sources of reliability A or B", () => {
    assert.equal(backed([["A", "髙﨑登記所"]]), false);
    assert.equal(
      backed([
        ["A", "髙﨑登記所"],
        ["B", "𠮷野学会"],
      ]),
      true,
    );
  });

  it("does not count two copies of one source", () => {
    assert.equal(
      backed([
        ["B", "𠮷野新報"],
        ["B", " 𠮷野新報 "],
      ]),
      false,
    );
    assert.equal(
      backed([
        ["B", "Nowhere Times"],
        ["B", "ＮＯＷＨＥＲＥ  times"],
      ]),
      false,
    );
  });

  it("does not count sources of reliability C or D", () => {
    assert.equal(
      backed([
        ["A", "葛󠄀城登記所"],
        ["C", "噂"],
        ["D", "本人"],
      ]),
      false,
    );
  });

  it("does not take unnamed sources for independent ones", () => {
    assert.equal(
      backed([
        ["A", ""],
        ["A", ""],
      ]),
      false,
    );
    assert.equal(
      backed([
        ["A", "葛󠄀城登記所"],
        ["B", "  "],
      ]),
      false,
    );
  });

  it("is given by the subject's own confirmation alone", () => {
    assert.equal(backed([], true), true);
  });
});

describe("the rule of corroboration", () => {
  const one = [{ reliability: "C", origin: "髙﨑新報" }] as const;

  it("follows the number and the reliabilities that the policy asks for", () => {
    const changed = changedRules((policy) => {
      policy.corroboration.minIndependentSources = 1;
      policy.corroboration.reliabilities = ["A", "B", "C"];
    });
    assert.equal(corroborationOf(one, false, rules.policy).corroborated, false);
    assert.equal(corroborationOf(one, false, changed.policy).corroborated, true);
  });

  it("lets the policy refuse the subject's own word", () => {
    const changed = changedRules((policy) => {
      policy.corroboration.ownConfirmationSuffices = false;
    });
    assert.equal(corroborationOf([], true, changed.policy).corroborated, false);
  });
});
