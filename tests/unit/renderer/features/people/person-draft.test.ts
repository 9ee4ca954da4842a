import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { approvalGap, inputOf, missingIn, statusOf } from "../../../../../renderer/features/people/person-draft.ts";
import { PersonId } from "../../../../../shared/domain/ids.ts";
import type { PersonRole, PersonView } from "../../../../../shared/domain/people.ts";
import { Instant } from "../../../../../shared/domain/time.ts";

function person(letter: string, roles: PersonRole[], change: Partial<PersonView> = {}): PersonView {
  return {
    id: PersonId.parse(letter.repeat(32)),
    displayName: letter,
    unit: "",
    roles,
    keyFingerprint: null,
    addedAt: Instant.parse(1),
    hasKey: true,
    revokedAt: null,
    ...change,
  };
}

describe("whether anybody here could approve", () => {
  test("one person alone cannot, whatever their roles", () => {
    assert.equal(approvalGap([person("a", ["reviewer", "approver", "administrator"])]), "alone");
  });

  test("somebody shut out, or without a finished key, does not count", () => {
    const gone = person("b", ["approver"], { revokedAt: Instant.parse(2) });
    const unfinished = person("c", ["approver"], { hasKey: false });
    assert.equal(approvalGap([person("a", ["reviewer"]), gone, unfinished]), "alone");
  });

  test("a reviewer and an auditor cannot", () => {
    assert.equal(approvalGap([person("a", ["reviewer"]), person("b", ["auditor"])]), "no-approver");
  });

  test("an only approver who is also the only reviewer cannot", () => {
    assert.equal(approvalGap([person("a", ["reviewer", "approver"]), person("b", ["auditor"])]), "no-approver");
  });

  test("a reviewer with an approver or a committee secretary beside them can", () => {
    assert.equal(approvalGap([person("a", ["reviewer"]), person("b", ["approver"])]), undefined);
    assert.equal(approvalGap([person("a", ["reviewer"]), person("b", ["secretary"])]), undefined);
  });
});

describe("the form about a person", () => {
  test("misses a name of blanks alone and a person without roles", () => {
    assert.deepEqual(missingIn({ displayName: " 　", unit: "", roles: [] }), ["name", "roles"]);
    assert.deepEqual(missingIn({ displayName: "髙﨑 𠮷", unit: "", roles: ["auditor"] }), []);
  });

  test("keeps the letters of a name and drops only the blanks around it", () => {
    const input = inputOf({ displayName: " 髙﨑 𠮷 ", unit: " 工学部 ", roles: ["auditor"] });
    assert.deepEqual(input, { displayName: "髙﨑 𠮷", unit: "工学部", roles: ["auditor"] });
  });
});

describe("how a person stands with the vault", () => {
  test("is removed before all else, then by whether the key is finished", () => {
    assert.equal(statusOf({ revokedAt: Instant.parse(2), hasKey: false }), "revoked");
    assert.equal(statusOf({ revokedAt: null, hasKey: false }), "keyless");
    assert.equal(statusOf({ revokedAt: null, hasKey: true }), "active");
  });
});
