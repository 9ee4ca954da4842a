import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { verifyPack } from "../../../electron/list-pack/read-pack.ts";
import { detailsOf, keepList } from "../../support/list-file.ts";
import { must } from "../../support/must.ts";
import { codeOf, createVault, startTestEngine, type TestEngine, testPassphrase } from "../../support/test-engine.ts";

let sender: TestEngine;
let receiver: TestEngine;
let pack: string;
const title = "運ばれるリスト 𠮷";
const rows = [
  { name: "髙﨑理工大学", aliases: "Takasaki Institute of Fiction" },
  { name: "葛󠄀城 ﾊﾅｺ", aliases: "一" },
  ...Array.from({ length: 60 }, (_, at) => ({ name: `架空第${at}研究所` })),
];

before(async () => {
  [sender, receiver] = [await startTestEngine(), await startTestEngine()];
  await createVault(sender.host);
  await createVault(receiver.host);
  must(await sender.host.identity.create({ name: "髙﨑 𠮷", passphrase: testPassphrase }));
  pack = join(sender.folder, "lists.kuralist");
  const first = await keepList(sender, rows, { title });
  sender.answers["list-pack"] = [pack];
  must(await sender.host.lists.writePack({ editionIds: [first], passphrase: testPassphrase }));
});
after(async () => {
  await sender.close();
  await receiver.close();
});

async function openAt(kura: TestEngine, path: string) {
  kura.answers["list-pack"] = [path];
  return kura.host.lists.openPack({});
}

test("a pack needs the passphrase and a certificate, and a wrong passphrase writes nothing", async () => {
  const [edition] = must(await sender.host.screening.editions({})).editions;
  assert.ok(edition);
  const wrong = await sender.host.lists.writePack({ editionIds: [edition.id], passphrase: "違う合言葉の十二文字以上" });
  assert.equal(codeOf(wrong), "wrong-passphrase");
  const editionId = await keepList(receiver, [{ name: "証明書のない機関" }], { title: "証明書なし" });
  const bare = await receiver.host.lists.writePack({ editionIds: [editionId], passphrase: testPassphrase });
  assert.equal(codeOf(bare), "identity-missing");
});

test("an edition out of a pack is compared, kept as it was signed, and holds what the sender's holds", async () => {
  const look = must(await openAt(receiver, pack));
  const { packId, signer, editions } = look;
  const own = must(await sender.host.identity.current({})).identity;
  assert.deepEqual([signer.fingerprint, signer.accepted], [own?.fingerprint, false]);
  assert.deepEqual(
    editions.map(({ details, entries, standing }) => [details.title, entries, standing]),
    [[title, 62, "new"]],
  );
  assert.equal(codeOf(await receiver.host.lists.tryPacked({ packId, at: 0 })), "signer-not-accepted");
  const wrong = await receiver.host.lists.acceptSigner({ packId, passphrase: "違う合言葉の十二文字以上" });
  assert.equal(codeOf(wrong), "wrong-passphrase");
  must(await receiver.host.lists.acceptSigner({ packId, passphrase: testPassphrase }));
  const { importId, trial } = must(await receiver.host.lists.tryPacked({ packId, at: 0 }));
  assert.deepEqual([trial.accepted, trial.difference], [62, null]);
  // What is stated with the last step does not count: the details are those that were signed.
  const kept = must(
    await receiver.host.screening.finishImport({ importId, details: detailsOf({ title: "別の名称" }) }),
  );
  assert.deepEqual([kept.title, kept.packSigner, kept.entries], [title, signer.fingerprint, 62]);
  const names = async (kura: TestEngine): Promise<unknown> => {
    const edition = must(await kura.host.screening.editions({})).editions.find((one) => one.title === title);
    assert.ok(edition);
    const side = { editionId: edition.id };
    const { lines } = must(await kura.host.lists.entries({ side, text: "", after: 0, limit: 100 }));
    return lines.map(({ content: _content, ...line }) => line);
  };
  assert.deepEqual(await names(receiver), await names(sender));
});

test("a signer once accepted is not asked about again, and what is here already is said", async () => {
  const look = must(await openAt(receiver, pack));
  assert.deepEqual([look.signer.accepted, look.editions[0]?.standing], [true, "known"]);
});

test("a pack that is older than what is used is refused, and kept as an archive edition where that is said", async () => {
  await keepList(receiver, [{ name: "新しい機関" }], { title, edition: "第9版", publishedDay: "2026-11-01" });
  await keepList(sender, [{ name: "間の機関" }], { title, edition: "第2版", publishedDay: "2026-10-15" });
  const editions = must(await sender.host.screening.editions({})).editions.filter((one) => one.edition === "第2版");
  const path = join(sender.folder, "older.kuralist");
  sender.answers["list-pack"] = [path];
  const ids = editions.map(({ id }) => id);
  must(await sender.host.lists.writePack({ editionIds: ids, passphrase: testPassphrase }));
  const { packId, editions: inside } = must(await openAt(receiver, path));
  assert.deepEqual(
    inside.map(({ standing }) => standing),
    ["older"],
  );
  const { importId, trial } = must(await receiver.host.lists.tryPacked({ packId, at: 0 }));
  assert.deepEqual(trial.difference, { added: 1, removed: 1, changed: 0 });
  const details = detailsOf({ title });
  assert.equal(codeOf(await receiver.host.screening.finishImport({ importId, details })), "edition-older");
  assert.equal(must(await receiver.host.screening.finishImport({ importId, details, archive: true })).current, false);
});

test("a signer can be taken back, and is asked about again", async () => {
  const [signer] = must(await receiver.host.lists.signers({})).signers;
  assert.ok(signer);
  must(await receiver.host.lists.forgetSigner({ fingerprint: signer.fingerprint }));
  assert.deepEqual(must(await receiver.host.lists.signers({})).signers, []);
  const { packId } = must(await openAt(receiver, pack));
  assert.equal(codeOf(await receiver.host.lists.tryPacked({ packId, at: 0 })), "signer-not-accepted");
});

test("a pack with any byte changed is refused", async () => {
  const bytes = readFileSync(pack);
  assert.ok(verifyPack(bytes).ok);
  for (let at = 0; at < bytes.length; at += 1) {
    const flipped = Buffer.from(bytes);
    flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8));
    assert.equal(verifyPack(flipped).ok, false, `byte ${at}`);
  }
});

test("a pack whose manifest or signature was changed and whose last hash was made to fit is refused for its signature", async () => {
  const { createHash } = await import("node:crypto");
  const bytes = readFileSync(pack);
  const refit = (changed: Buffer): Buffer => {
    const body = changed.subarray(0, -32);
    return Buffer.concat([body, createHash("sha256").update(body).digest()]);
  };
  const manifestAt = 17 + 4;
  const manifestEnd = manifestAt + bytes.readUInt32BE(17);
  const signatureEnd = manifestEnd + 4 + bytes.readUInt32BE(manifestEnd);
  const faults = new Map<string, number>();
  // Every seventh byte: each costs a signature to check, and seven divides no length of the form.
  for (let at = manifestAt; at < signatureEnd; at += 7) {
    if (at >= manifestEnd && at < manifestEnd + 4) continue;
    const flipped = Buffer.from(bytes);
    flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8));
    const verified = verifyPack(refit(flipped));
    assert.equal(verified.ok, false, `byte ${at}`);
    if (!verified.ok) faults.set(verified.error, (faults.get(verified.error) ?? 0) + 1);
  }
  assert.deepEqual([...faults.keys()], ["signature"]);
  const body = Buffer.from(bytes);
  body[signatureEnd + 5] = (body[signatureEnd + 5] ?? 0) ^ 1;
  const changed = verifyPack(refit(body));
  assert.equal(!changed.ok && changed.error, "damaged");
});

test("a file that is cut, lengthened, empty or something else is refused with its reason, and nothing is kept", async () => {
  const bytes = readFileSync(pack);
  const before = must(await receiver.host.screening.editions({})).editions.length;
  const broken: readonly (readonly [string, Buffer])[] = [
    ["damaged", bytes.subarray(0, bytes.length - 1)],
    ["damaged", bytes.subarray(0, 40)],
    ["damaged", Buffer.concat([bytes, Buffer.from("x")])],
    ["not_a_pack", Buffer.alloc(0)],
    ["not_a_pack", Buffer.from("name,country\n架空,国\n")],
  ];
  for (const [reason, content] of broken) {
    const path = join(receiver.folder, "broken.kuralist");
    writeFileSync(path, content);
    const refused = await openAt(receiver, path);
    assert.equal(codeOf(refused), "pack-refused");
    assert.equal(!refused.ok && refused.error.details?.["reason"], reason);
  }
  assert.equal(must(await receiver.host.screening.editions({})).editions.length, before);
});

test("columns of a file are kept under a name, offered for the next file with that header, and dropped", async () => {
  const { host } = receiver;
  const path = join(receiver.folder, "columns.csv");
  const begin = async (header: string) => {
    writeFileSync(path, `${header}\n架空機関,架空国\n`);
    receiver.answers["list"] = [path];
    return must(await host.screening.beginImport({}));
  };
  const { importId, mapping } = await begin("機関名,国");
  const chosen = { ...mapping, name: 0, country: 1, aliasSeparator: "／" };
  must(await host.lists.keepProfile({ importId, name: "架空庁 𠮷", layout: "csv", mapping: chosen }));
  const { importId: again } = await begin("機関名 ,国");
  const { profiles, fitting } = must(await host.lists.profiles({ importId: again }));
  assert.deepEqual([profiles[0]?.mapping, fitting], [chosen, ["架空庁 𠮷"]]);
  const { importId: other } = await begin("名称,国");
  assert.deepEqual(must(await host.lists.profiles({ importId: other })).fitting, []);
  must(await host.lists.dropProfile({ name: "架空庁 𠮷" }));
  assert.deepEqual(must(await host.lists.profiles({ importId: again })), { profiles: [], fitting: [] });
});
