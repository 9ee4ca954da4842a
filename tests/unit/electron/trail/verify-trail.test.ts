import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { linkHash, type StoredLink } from "../../../../electron/trail/link.ts";
import { verifyTrail } from "../../../../electron/trail/verify-trail.ts";
import type { AnchorSource, TrailAnchor, TrailCheckpoint, TrailVerdict } from "../../../../shared/domain/audit.ts";
import { chainOf, checkpointAt, extend, personId, rebuilt, signer, vaultId } from "./sample-trail.ts";

const takasaki = signer();
const whole = chainOf(40, takasaki);

function check(
  links: readonly StoredLink[],
  { checkpoints = [], anchors = [] }: { checkpoints?: TrailCheckpoint[]; anchors?: TrailAnchor[] } = {},
): TrailVerdict {
  return verifyTrail({ vaultId, links: () => links, checkpoints, anchors });
}

/** Verdict, first place that cannot be vouched for, place where it showed. */
function toldOf(verdict: TrailVerdict): unknown[] {
  const [first] = verdict.findings;
  return [verdict.verdict, first?.brokenAt, first?.noticedAt];
}

function anchorAt(links: readonly StoredLink[], count: number, source: AnchorSource = "this-machine"): TrailAnchor {
  return { source, count, head: links[count - 1]?.hash ?? "", atMs: null };
}

/** Numbers links from one again without touching what they say or their hashes. */
function renumbered(links: readonly StoredLink[]): StoredLink[] {
  return links.map((link, at) => ({ ...link, sequence: at + 1 }));
}

function changed(links: readonly StoredLink[], sequence: number, change: Partial<StoredLink>): StoredLink[] {
  return links.map((link) => (link.sequence === sequence ? { ...link, ...change } : link));
}

function swapped(links: readonly StoredLink[], left: number, right: number): StoredLink[] {
  const at = (sequence: number): StoredLink => links[sequence - 1] as StoredLink;
  return links.map((link) => {
    if (link.sequence === left) return { ...at(right), sequence: left };
    if (link.sequence === right) return { ...at(left), sequence: right };
    return link;
  });
}

const without = (from: number, to: number) => whole.filter(({ sequence }) => sequence < from || sequence > to);
const foreign = extend(whole.slice(0, 9), { actor: "別人" }).at(-1) as StoredLink;

describe("the links alone show", () => {
  test("nothing of a trail nobody has touched", () => {
    const verdict = check(whole);
    assert.deepEqual([verdict.verdict, verdict.count, verdict.head], ["whole", 40, whole[39]?.hash]);
  });

  const edits: readonly [string, Partial<StoredLink>][] = [
    ["an edited name", { actor: "別人" }],
    ["an edited person", { actorId: "22".repeat(16) }],
    ["an edited key", { actorKey: "ffffffffffffffff" }],
    ["a person taken off", { actorId: null, actorKey: null }],
    ["an edited time", { at: 5 }],
    ["an edited kind", { kind: "dossier-moved" }],
    ["an edited case", { dossierId: "33".repeat(16) }],
    ["edited details", { details: { item: "P-B9" } }],
    ["details that cannot be read", { details: undefined }],
    ["an edited hash", { hash: "f".repeat(64) }],
  ];
  for (const [name, change] of edits) {
    test(name, () => assert.deepEqual(toldOf(check(changed(whole, 10, change))), ["edited", 10, 10]));
  }

  test("an edit of the first and of the last link", () => {
    assert.deepEqual(toldOf(check(changed(whole, 1, { actor: "別人" }))), ["edited", 1, 1]);
    assert.deepEqual(toldOf(check(changed(whole, 40, { actor: "別人" }))), ["edited", 40, 40]);
  });

  test("an edit whose own hash was made to fit, at the link after it", () => {
    const edited = { ...(whole[9] as StoredLink), actor: "別人" };
    const links = changed(whole, 10, { actor: "別人", hash: linkHash(edited) });
    assert.deepEqual(toldOf(check(links)), ["edited", 10, 11]);
  });

  test("a link taken out", () => {
    assert.deepEqual(toldOf(check(without(10, 10))), ["deleted", 10, 10]);
    assert.deepEqual(toldOf(check(without(1, 1))), ["deleted", 1, 1]);
  });

  test("a run of links taken out and the rest numbered up", () => {
    assert.deepEqual(toldOf(check(renumbered(without(10, 14)))), ["deleted", 10, 10]);
    assert.deepEqual(toldOf(check(renumbered(without(1, 3)))), ["deleted", 1, 1]);
  });

  test("a link put in, whether its hash was made to fit or not", () => {
    const fitting = renumbered([...whole.slice(0, 9), foreign, ...whole.slice(9)]);
    assert.deepEqual(toldOf(check(fitting)), ["inserted", 10, 11]);
    const unfitting = renumbered([...whole.slice(0, 9), { ...foreign, hash: "0".repeat(64) }, ...whole.slice(9)]);
    assert.deepEqual(toldOf(check(unfitting)), ["inserted", 10, 10]);
  });

  test("links that changed places, beside one another or far apart", () => {
    assert.deepEqual(toldOf(check(swapped(whole, 10, 11))), ["reordered", 10, 10]);
    assert.deepEqual(toldOf(check(swapped(whole, 10, 30))), ["reordered", 10, 10]);
    assert.deepEqual(toldOf(check(swapped(whole, 1, 40))), ["reordered", 1, 1]);
  });

  test("a trail that was emptied, without any anchor", () => {
    assert.deepEqual(toldOf(check([])), ["emptied", 1, 1]);
  });
});

describe("links from before people had ids", () => {
  const old = Array.from({ length: 3 }).reduce<StoredLink[]>(
    (links) => extend(links, { actorId: null, actorKey: null }),
    [],
  );

  test("keep the hash they had then", () => {
    // Written by the first released version of the trail.
    const link = { ...old[0], details: { item: "P-A1" } } as StoredLink;
    assert.equal(linkHash(link), "a03018108a647124cddb28417a80c19c4189320e99b43cc22f1c041ab4dbab89");
  });

  test("stand before links with ids in one chain", () => {
    assert.equal(check(extend(extend(old))).verdict, "whole");
  });

  test("do not take an id without showing it", () => {
    assert.deepEqual(toldOf(check(changed(old, 2, { actorId: personId }))), ["edited", 2, 2]);
  });
});

describe("signatures show, though every hash was made to fit,", () => {
  const checkpoints = [20, 30, 40].map((count) => checkpointAt(whole, count, takasaki));

  test("how far the trail is vouched for", () => {
    const verdict = check(extend(whole), { checkpoints });
    assert.deepEqual([verdict.verdict, verdict.signedCount, verdict.count], ["whole", 40, 41]);
  });

  for (const [name, links] of [
    ["an edit", rebuilt(changed(whole, 25, { actor: "別人" }))],
    ["an insertion", rebuilt([...whole.slice(0, 24), foreign, ...whole.slice(24)])],
    ["a deletion", extend(rebuilt(without(25, 25)))],
    ["a swap", rebuilt(swapped(whole, 25, 26))],
  ] as const) {
    test(`${name}, between the signature before and the one after`, () => {
      assert.equal(check(links).verdict, "whole");
      assert.deepEqual(toldOf(check(links, { checkpoints })), ["rewritten", 21, 30]);
    });
  }

  test("a cut tail", () => {
    assert.equal(check(whole.slice(0, 35)).verdict, "whole");
    assert.deepEqual(toldOf(check(whole.slice(0, 35), { checkpoints })), ["cut", 36, 40]);
  });

  test("a checkpoint whose head, count, name or key was changed", () => {
    const [first, second, third] = checkpoints as [TrailCheckpoint, TrailCheckpoint, TrailCheckpoint];
    const changes: Partial<TrailCheckpoint>[] = [
      { head: third.head },
      { count: 29 },
      { personName: "別人" },
      { publicKey: Buffer.from(signer().publicKey).toString("base64") },
      { publicKey: "AAAA" },
      { signature: first.signature },
      { signature: "" },
    ];
    for (const change of changes) {
      const verdict = check(whole, { checkpoints: [first, { ...second, ...change }, third] });
      assert.equal(verdict.verdict, "checkpoint-forged", JSON.stringify(change));
    }
  });

  test("a checkpoint of another vault", () => {
    const elsewhere = checkpointAt(whole, 30, takasaki, "77".repeat(16));
    assert.deepEqual(toldOf(check(whole, { checkpoints: [elsewhere] })), ["checkpoint-forged", 30, 30]);
  });

  test("a key nobody introduced, one of another person, and one introduced only later", () => {
    const stranger = signer();
    const signed = (by: typeof stranger, links = whole) => check(links, { checkpoints: [checkpointAt(links, 30, by)] });
    assert.deepEqual(toldOf(signed(stranger)), ["signer-unknown", 30, 30]);
    assert.deepEqual(toldOf(signed({ ...takasaki, personId: "22".repeat(16) })), ["signer-unknown", 30, 30]);
    const late = chainOf(2, stranger)[1]?.details ?? {};
    assert.deepEqual(toldOf(signed(stranger, extend(whole, { kind: "trail-key-made", details: late }))), [
      "signer-unknown",
      30,
      30,
    ]);
  });
});

describe("anchors show, though the checkpoints went with the links,", () => {
  const checkpoints = [20].map((count) => checkpointAt(whole, count, takasaki));

  test("that they agree", () => {
    const verdict = check(whole, { checkpoints, anchors: [anchorAt(whole, 20), anchorAt(whole, 40, "receipt")] });
    assert.deepEqual([verdict.verdict, verdict.anchors.map(({ outcome }) => outcome)], ["whole", ["agrees", "agrees"]]);
  });

  for (const source of ["slot-file", "this-machine", "signed-paper", "receipt"] as const) {
    test(`an old copy put back, by the anchor ${source}`, () => {
      const verdict = check(whole.slice(0, 20), { checkpoints, anchors: [anchorAt(whole, 40, source)] });
      assert.deepEqual(toldOf(verdict), ["put-back", 21, 40]);
      assert.equal(verdict.findings[0]?.anchor, source);
    });
  }

  test("an old copy that was put back and worked on since", () => {
    let links = whole.slice(0, 20);
    while (links.length < 50) links = extend(links, { details: { item: "P-Z9" } });
    const since = [...checkpoints, checkpointAt(links, 50, takasaki)];
    assert.equal(check(links, { checkpoints: since }).verdict, "whole");
    const anchors = [anchorAt(whole, 20), anchorAt(whole, 40)];
    assert.deepEqual(toldOf(check(links, { checkpoints: since, anchors })), ["put-back", 21, 40]);
  });

  test("a trail made anew from some link on by somebody who could not sign it", () => {
    const links = rebuilt(changed(whole, 25, { actor: "別人" }));
    const anchors = [anchorAt(whole, 20), anchorAt(whole, 40, "receipt")];
    assert.deepEqual(toldOf(check(links, { checkpoints, anchors })), ["rewritten", 21, 40]);
  });

  test("a checkpoint that was taken away", () => {
    assert.deepEqual(toldOf(check(whole, { anchors: [anchorAt(whole, 20, "slot-file")] })), [
      "checkpoint-missing",
      20,
      20,
    ]);
    assert.equal(check(whole, { anchors: [anchorAt(whole, 20, "receipt")] }).verdict, "whole");
  });

  test("by the beginning of a head alone, as a receipt keeps it", () => {
    const short = { ...anchorAt(whole, 30, "receipt"), head: (whole[29]?.hash ?? "").slice(0, 16) };
    assert.equal(check(whole, { checkpoints, anchors: [short] }).anchors[0]?.outcome, "agrees");
    assert.equal(check(whole, { checkpoints, anchors: [{ ...short, count: 29 }] }).verdict, "rewritten");
  });

  test("nothing beyond a break: what stands there is not known", () => {
    const links = changed(whole, 10, { actor: "別人" });
    const verdict = check(links, { checkpoints, anchors: [anchorAt(whole, 40)] });
    assert.deepEqual([verdict.verdict, verdict.anchors[0]?.outcome], ["edited", "unknown"]);
  });
});
