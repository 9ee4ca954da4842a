import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import {
  identifierKey,
  identifierLine,
  identifierOf,
  newlyWrong,
  readIdentifier,
} from "../../../../../shared/domain/profile/identifier.ts";

test("published examples of every scheme are accepted", () => {
  const examples = [
    ["orcid", "0000-0002-1825-0097"],
    ["orcid", "0000-0002-1694-233X"],
    ["corporate-number", "7000012050002"],
    ["lei", "5493001KJTIIGC8Y1R12"],
    ["ror", "057zh3y96"],
    ["ror", "05dxps055"],
    ["e-rad", "12345678"],
    ["researchmap", "takahashi_01"],
  ] as const;
  for (const [scheme, value] of examples) {
    assert.deepEqual(identifierOf(scheme, value), { scheme, value, fault: undefined });
    assert.deepEqual(readIdentifier(identifierLine({ scheme, value })), { scheme, value, fault: undefined });
  }
});

test("an identifier is recognised by its web address, its scheme's name or its own form", () => {
  assert.equal(identifierKey("https://orcid.org/0000-0002-1825-0097"), "orcid:0000-0002-1825-0097");
  assert.equal(identifierKey("ＯＲＣＩＤ：００００－０００２－１８２５－００９７"), "orcid:0000-0002-1825-0097");
  assert.equal(identifierKey("0000-0002-1825-0097"), "orcid:0000-0002-1825-0097");
  assert.equal(identifierKey("法人番号 7000012050002"), "corporate-number:7000012050002");
  assert.equal(identifierKey("7000012050002"), "corporate-number:7000012050002");
  assert.equal(identifierKey("https://ror.org/057zh3y96"), "ror:057zh3y96");
  assert.equal(identifierKey("https://researchmap.jp/takahashi_01?lang=en"), "researchmap:takahashi_01");
  assert.equal(identifierKey("研究者番号 12345678"), "e-rad:12345678");
});

test("what no scheme claims is kept as it is and proves nothing", () => {
  for (const line of ["架空-1", "12345678", "登記 第 9 号", "葛󠄀-﨑", "leipzig 4"]) {
    assert.deepEqual(readIdentifier(line), { scheme: "other", value: line, fault: undefined });
    assert.equal(identifierKey(line), undefined);
  }
});

test("a wrong form and a wrong check digit are told apart", () => {
  assert.equal(identifierOf("orcid", "0000-0002-1825-0098").fault, "check-digit");
  assert.equal(identifierOf("orcid", "0000-0002-1825").fault, "shape");
  assert.equal(identifierOf("corporate-number", "7000012050003").fault, "check-digit");
  assert.equal(identifierOf("corporate-number", "700001205000").fault, "shape");
  assert.equal(identifierOf("lei", "5493001KJTIIGC8Y1R13").fault, "check-digit");
  assert.equal(identifierOf("ror", "057zh3y97").fault, "check-digit");
  assert.equal(identifierOf("e-rad", "1234").fault, "shape");
});

test("any single wrong digit of a number with check digits is found", () => {
  const examples = [
    ["orcid", "0000000218250097"],
    ["corporate-number", "7000012050002"],
    ["lei", "5493001KJTIIGC8Y1R12"],
  ] as const;
  fc.assert(
    fc.property(
      fc.constantFrom(...examples),
      fc.nat(19),
      fc.integer({ min: 1, max: 9 }),
      ([scheme, value], place, step) => {
        const at = place % value.length;
        const digit = Number(value[at]);
        fc.pre(Number.isInteger(digit));
        const changed = value.slice(0, at) + String((digit + step) % 10) + value.slice(at + 1);
        // A corporate number's check is by 9: 0 for 9 is the one exchange it cannot see.
        fc.pre(scheme !== "corporate-number" || (!(step === 9 && digit === 0) && !(digit === 9 && step === 1)));
        assert.notEqual(identifierOf(scheme, changed).fault, undefined, changed);
      },
    ),
    { numRuns: 1_000 },
  );
});

test("reading a stored line never throws and writes the same line again", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 100 }), (line) => {
      const read = readIdentifier(line);
      const again = readIdentifier(identifierLine(read));
      if (read.fault === undefined) assert.deepEqual(again, read);
    }),
    { numRuns: 1_000 },
  );
});

test("only what has just been written is held against the person", () => {
  const wrong = "ORCID 0000-0002-1825-0098";
  assert.deepEqual(newlyWrong([wrong], [wrong, "架空-1"]), []);
  assert.equal(newlyWrong([], [wrong]).length, 1);
});
