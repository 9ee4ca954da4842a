import { join } from "node:path";
import { openCaseKeys } from "../../electron/vault/tables/all.ts";
import { createVaults, type OpenVault } from "../../electron/vault/vault.ts";
import type { CaseAccess } from "../../shared/contract/calls/access.ts";
import { calls } from "../../shared/contract/calls.ts";
import type { DossierId, PersonId } from "../../shared/domain/ids.ts";
import type { PersonRole } from "../../shared/domain/people.ts";
import { answerDialogs, examplesFor } from "../contract/examples.ts";
import { testPorts } from "../integration/vault/scratch-vault.ts";
import { must } from "./must.ts";
import type { Scene } from "./scene.ts";
import { addPerson, asPerson, changePlaces } from "./second-person.ts";
import { type TestEngine, testPassphrase } from "./test-engine.ts";

/** People beside the founder of the scene, each with the roles that matter for a restricted case. */
export const cast = {
  named: { displayName: "江﨑 ﾐﾎ", roles: ["reviewer"], passphrase: "名のある人の鍵は梁の上 2026" },
  other: { displayName: "葛󠄀西 𠮷", roles: ["reviewer", "administrator"], passphrase: "名のない人の鍵は軒の下 2026" },
  keeper: { displayName: "梁 桁", roles: ["administrator"], passphrase: "管理だけの人の鍵は井戸 2026" },
  auditor: { displayName: "鑑 査", roles: ["auditor"], passphrase: "監査の人の鍵は書庫の隅 2026" },
  secretary: { displayName: "庶 務", roles: ["secretary"], passphrase: "事務局の人の鍵は机の奥 2026" },
} as const satisfies Readonly<
  Record<string, { displayName: string; roles: readonly PersonRole[]; passphrase: string }>
>;
export type Part = keyof typeof cast;

/** Lets the whole cast in; the founder is at the keyboard before and after. */
export async function letCastIn(kura: TestEngine): Promise<Readonly<Record<Part, PersonId>>> {
  const office = { host: kura.host, passphrase: testPassphrase };
  const ids: [string, PersonId][] = [];
  for (const [part, person] of Object.entries(cast)) {
    const added = await addPerson(office, { ...person, unit: "架空室" });
    ids.push([part, added.id]);
  }
  // Safe: one entry for each part of the cast.
  return Object.fromEntries(ids) as Record<Part, PersonId>;
}

/** Does something as one of the cast; the founder is at the keyboard again after. */
export function as<T>(kura: TestEngine, part: Part, work: () => Promise<T>): Promise<T> {
  return asPerson({ host: kura.host, passphrase: testPassphrase }, cast[part].passphrase, work);
}

/** Hands the keyboard to the founder. */
export function beFounder(kura: TestEngine): Promise<void> {
  return changePlaces(kura.host, testPassphrase);
}

/** Closes a case for the founder and those named. */
export async function restrict(
  { host }: TestEngine,
  dossierId: DossierId,
  readers: readonly PersonId[],
): Promise<CaseAccess> {
  return must(await host.access.restrict({ dossierId, readers: [...readers], passphrase: testPassphrase }));
}

/** Opens the vault of a locked engine by somebody's key, beside the services. Close it before the engine is used again. */
export async function openBeside(kura: TestEngine, passphrase: string): Promise<OpenVault> {
  return must(await createVaults(testPorts).open({ folder: join(kura.folder, "vault"), passphrase }));
}

/** The raw key of a case as this person holds it, from a vault opened beside the services. */
export async function caseKeyOf(vault: OpenVault, dossierId: DossierId): Promise<Uint8Array | undefined> {
  const rows = vault.db
    .prepare<[string], { wrapped_key: Uint8Array }>("SELECT wrapped_key FROM dossier_access WHERE dossier_id = ?")
    .all(dossierId);
  for (const row of rows) {
    const key = await vault.self.unwrap({ purpose: "case-key", id: dossierId }, row.wrapped_key);
    if (key !== undefined) return key;
  }
  return undefined;
}

/** The keyring of a vault opened beside the services, with this key of the case in it. */
export function keysWith(vault: OpenVault, dossierId: DossierId, caseKey: Uint8Array): ReturnType<typeof openCaseKeys> {
  const keys = openCaseKeys(vault, testPorts.random);
  keys.admit(dossierId, caseKey);
  return keys;
}

/** Every call that names a case, with a request that would succeed on the scene, and what it answered. */
export async function callEverythingOn(
  kura: TestEngine,
  scene: Scene,
  passphrase: string,
): Promise<ReadonlyMap<string, string>> {
  const own = { ...scene, desk: { ...scene.desk, passphrase } };
  const examples = examplesFor(own, { importId: "0".repeat(32) as never, answerRevision: 1 });
  const answers = new Map<string, string>();
  for (const [area, verbs] of Object.entries(examples)) {
    for (const [verb, request] of Object.entries(verbs)) {
      const name = `${area}.${verb}`;
      // Safe: the examples have one request per call of the table.
      if (typeof request !== "object" || !("dossierId" in (request as object))) continue;
      answerDialogs(scene, name);
      const outcome = await kura.engine.dispatch(name, request);
      answers.set(name, outcome.ok ? "ok" : outcome.error.code);
    }
  }
  if (answers.size < Object.keys(calls).length) throw new Error("the examples name too few calls on cases");
  return answers;
}
