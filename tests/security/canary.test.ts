import assert from "node:assert/strict";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, sep } from "node:path";
import { test } from "node:test";
import { must } from "../support/must.ts";
import { deskOf } from "../support/scene.ts";
import { addPerson, approve, approver, asPerson } from "../support/second-person.ts";
import { tempFolder } from "../support/temp-folder.ts";
import { startTestEngine, testPassphrase } from "../support/test-engine.ts";
import { answerAll, carryListIn, openCase, screenAndDecide, signAndSave, takeEvidence } from "../support/whole-job.ts";

/** Stands in every field that takes text. Short, so that it fits the narrowest of them. */
const canary = "kanariaCANARY鳥籠";
const said = new Set<string>();
const say = (field: string): string => {
  said.add(field);
  return `${canary} ${field}`.slice(0, 40);
};

interface Found {
  readonly path: string;
  readonly bytes: Buffer;
}

function filesUnder(folder: string): Found[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path, bytes: readFileSync(path) }));
}

/** The word and the passphrase in the encodings in which a database, a log or a page could hold them. */
const needles = [canary, canary.slice(0, 13), canary.slice(13), testPassphrase].flatMap((word) => [
  Buffer.from(word, "utf8"),
  Buffer.from(word, "utf16le"),
  Buffer.from(encodeURIComponent(word), "latin1"),
  Buffer.from(JSON.stringify(word).replace(/[^\x20-\x7e]/g, escaped), "latin1"),
]);

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

const holdsCanary = ({ bytes }: Found): boolean => needles.some((needle) => bytes.includes(needle));

function modesUnder(folder: string): [path: string, mode: string][] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.map((entry) => {
    const path = join(entry.parentPath, entry.name);
    return [`${entry.isDirectory() ? "folder" : "file"} ${relative(folder, path)}`, octal(path)];
  });
}

const octal = (path: string): string => (statSync(path).mode & 0o777).toString(8);

test("after the whole job nothing of it lies in clear anywhere but in the copies that were asked for", async (t) => {
  const [userData, outside] = [tempFolder(t), tempFolder(t)];
  const before = new Set(readdirSync(tmpdir()));
  const kura = await startTestEngine({ folder: userData });
  const desk = { ...deskOf(kura), outside };
  const { host } = kura;
  const names = { personName: say("personName"), officeName: say("officeName") };
  must(await host.vault.create({ place: "default", ...names, passphrase: testPassphrase }));
  await carryListIn(desk, say);
  const { id: dossierId } = await openCase(desk, say);
  const [itemId] = await answerAll(desk, dossierId, say);
  assert.ok(itemId !== undefined);
  await takeEvidence(desk, { dossierId, itemId, sizeBytes: 20_000, say });
  const evidenceId = await takeEvidence(desk, { dossierId, itemId, sizeBytes: 900_000, say });
  await screenAndDecide(desk, dossierId, say);
  must(await host.access.declare({ dossierId, hasConflict: false, note: say("declaration") }));
  const second = { displayName: say("approverName"), unit: say("approverUnit"), passphrase: approver.passphrase };
  await addPerson(desk, { ...second, roles: ["approver"] });
  await asPerson(desk, approver.passphrase, () => approve(host, dossierId, { ...approver, note: say("approvalNote") }));
  const { path } = await signAndSave(desk, { dossierId, say, name: "paper.pdf" });
  desk.choose("evidence-copy", join(outside, "copy.txt"));
  must(await host.evidence.saveCopy({ dossierId, evidenceId, purpose: "request", passphrase: desk.passphrase }));
  // A refusal and a failed unlocking are what a log would be tempted to explain.
  await kura.engine.dispatch("dossiers.create", { kind: "person", title: `${canary}\u0000`, subject: null });
  await kura.engine.dispatch(`${canary}.call`, { text: canary });
  const whileOpen = filesUnder(userData).filter(holdsCanary);
  assert.deepEqual(whileOpen, [], "in clear while the vault is open");
  const [known] = must(await host.vault.status({})).vaults;
  must(await host.vault.lock({}));
  await host.vault.unlock({ vaultId: known?.vaultId ?? "", passphrase: `${canary} wrong wrong` });
  await kura.engine.close();

  assert.ok(said.size > 30, `only ${said.size} fields were filled`);
  const left = filesUnder(userData);
  assert.ok(left.some((file) => file.path.endsWith(`${sep}vault.db`) && file.bytes.length > 100_000));
  assert.ok(
    left.some((file) => file.path.includes(`${sep}objects${sep}`)),
    "no sealed object to look into",
  );
  assert.deepEqual(
    left.filter(holdsCanary).map((file) => file.path),
    [],
  );
  const delta = readdirSync(tmpdir()).filter((name) => !before.has(name) && name.startsWith("kura"));
  const strays = delta.flatMap((name) => readable(join(tmpdir(), name))).filter(holdsCanary);
  assert.deepEqual(
    strays.map((file) => file.path),
    [],
    "in clear in the temporary folder",
  );
  assert.ok(filesUnder(outside).some(holdsCanary), "the canary is found where it must be: in the copies");
  assert.equal(octal(path), "600", "the copy of the paper");
  assertLogsAreDry(userData, outside);
  assertModes(userData);
});

/** Other test files come and go in the same temporary folder while this one looks. */
function readable(path: string): Found[] {
  try {
    return statSync(path).isDirectory() ? filesUnder(path) : [{ path, bytes: readFileSync(path) }];
  } catch {
    return [];
  }
}

function assertLogsAreDry(userData: string, outside: string): void {
  for (const { path, bytes } of filesUnder(userData).filter((file) => file.path.includes(`${sep}logs${sep}`))) {
    const text = bytes.toString("utf8");
    for (const folder of [userData, outside, tmpdir()]) assert.ok(!text.includes(folder), `${path} holds a path`);
    assert.doesNotMatch(text, /[^\n\x20-\x7e]/u, `${path} holds more than words of code`);
  }
}

function assertModes(userData: string): void {
  if (process.platform === "win32") return;
  for (const [name, mode] of modesUnder(userData)) assert.equal(mode, name.startsWith("folder") ? "700" : "600", name);
}
