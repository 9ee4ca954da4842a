import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { describe, it } from "node:test";
import fc from "fast-check";
import { combineShares, makeShares } from "../../../../electron/recovery/kit.ts";
import type { Share } from "../../../../electron/recovery/share.ts";
import { must } from "../../../support/must.ts";

const shape = fc
  .record({ threshold: fc.integer({ min: 2, max: 9 }), more: fc.integer({ min: 0, max: 7 }) })
  .map(({ threshold, more }) => ({ threshold, count: Math.min(9, threshold + more) }));

const newSecret = (): Uint8Array => new Uint8Array(randomBytes(32));
const newKitId = (): string => randomBytes(4).toString("hex");

async function codeOf(shares: readonly Share[]): Promise<string> {
  const result = await combineShares(shares);
  return result.ok ? "ok" : result.error.code;
}

/** Every way to take `size` of the shares. */
function choices<T>(items: readonly T[], size: number): T[][] {
  if (size === 0) return [[]];
  return items.flatMap((item, place) => choices(items.slice(place + 1), size - 1).map((rest) => [item, ...rest]));
}

describe("shares of a kit", () => {
  it("give the secret back in every choice of the threshold, for three of five", async () => {
    const secret = newSecret();
    const shares = await makeShares({ kitId: newKitId(), secret, threshold: 3, count: 5 });
    const sets = choices(shares, 3);
    assert.equal(sets.length, 10);
    for (const set of sets) assert.deepEqual(must(await combineShares(set)), secret);
  });

  it("give the secret back in any order and any choice, for every shape", async () => {
    await fc.assert(
      fc.asyncProperty(shape, fc.infiniteStream(fc.nat()), async ({ threshold, count }, order) => {
        const secret = newSecret();
        const shares = await makeShares({ kitId: newKitId(), secret, threshold, count });
        const shuffled = shares
          .map((share) => ({ share, key: order.next().value as number }))
          .toSorted((left, right) => left.key - right.key)
          .map(({ share }) => share);
        assert.deepEqual(must(await combineShares(shuffled.slice(0, threshold))), secret);
      }),
      { numRuns: 60 },
    );
  });

  it("are refused one short of the threshold, in every choice, and say how many are needed", async () => {
    await fc.assert(
      fc.asyncProperty(shape, async ({ threshold, count }) => {
        const shares = await makeShares({ kitId: newKitId(), secret: newSecret(), threshold, count });
        for (const set of choices(shares, threshold - 1)) {
          const details = { threshold: set.length === 0 ? 2 : threshold, present: set.length };
          assert.deepEqual(await combineShares(set), { ok: false, error: { code: "shares-insufficient", details } });
        }
      }),
      { numRuns: 20 },
    );
  });

  it("tell nothing one short: any secret is as possible as any other", async () => {
    // With one point of a line through two, every value at zero has exactly one line; so each first byte turns up.
    const seen = new Set<number>();
    for (let round = 0; round < 3_000; round += 1) {
      const [share] = await makeShares({ kitId: "00000000", secret: new Uint8Array(32), threshold: 2, count: 2 });
      seen.add(share?.point[0] ?? -1);
    }
    // All of 256 but a few: the chance of missing ten or more is below one in a million.
    assert.ok(seen.size > 246, String(seen.size));
  });

  it("count once when one sheet is entered twice", async () => {
    const shares = await makeShares({ kitId: newKitId(), secret: newSecret(), threshold: 3, count: 5 });
    const [first, second] = shares;
    assert.ok(first !== undefined && second !== undefined);
    assert.equal(await codeOf([first, second, first]), "shares-insufficient");
  });

  it("of two kits do not mix, also when both have the same shape", async () => {
    const one = await makeShares({ kitId: "11111111", secret: newSecret(), threshold: 2, count: 3 });
    const other = await makeShares({ kitId: "22222222", secret: newSecret(), threshold: 2, count: 3 });
    assert.equal(await codeOf([...one.slice(0, 1), ...other.slice(1, 2)]), "share-mixed");
  });

  it("of two makings under one number do not pass for the same sheet", async () => {
    const parts = { kitId: "11111111", threshold: 2, count: 3 };
    const one = await makeShares({ ...parts, secret: newSecret() });
    const other = await makeShares({ ...parts, secret: newSecret() });
    assert.equal(await codeOf([...one.slice(0, 1), ...other.slice(0, 1)]), "share-mixed");
  });

  it("that disagree about their shape do not mix", async () => {
    const [first, second] = await makeShares({ kitId: newKitId(), secret: newSecret(), threshold: 2, count: 3 });
    assert.ok(first !== undefined && second !== undefined);
    assert.equal(await codeOf([first, { ...second, count: 4 }]), "share-mixed");
  });
});
