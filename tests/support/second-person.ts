import type { KuraClient } from "../../shared/contract/calls.ts";
import type { Decision } from "../../shared/domain/decision.ts";
import type { DossierId } from "../../shared/domain/ids.ts";
import type { PersonRole, PersonView } from "../../shared/domain/people.ts";
import { must } from "./must.ts";

/** The person who answers what the first one puts forward. */
export const approver = {
  displayName: "葛󠄀城 ﾊﾅｺ",
  unit: "架空研究推進部",
  passphrase: "二人目の鍵は松の枝の上 2026",
} as const;

/** The person who confirms what the first one found when judging candidates. */
export const secondReviewer = {
  displayName: "﨑山 𠮷乃",
  unit: "架空国際課",
  passphrase: "三人目の鍵は竹の葉の裏 2026",
} as const;

/** Whoever runs the engine, and the passphrase of the administrator at the keyboard. */
export interface Office {
  readonly host: KuraClient;
  readonly passphrase: string;
}

/** Lets somebody in by the administrator who is at the keyboard. */
export async function addPerson(
  { host, passphrase }: Office,
  person: {
    readonly displayName: string;
    readonly unit: string;
    readonly passphrase: string;
    readonly roles: readonly PersonRole[];
  },
): Promise<PersonView> {
  const { passphrase: newPassphrase, roles, ...rest } = person;
  return must(await host.people.add({ person: { ...rest, roles: [...roles] }, newPassphrase, passphrase }));
}

/** Hands the keyboard to whoever has this passphrase. */
export async function changePlaces(host: KuraClient, passphrase: string): Promise<void> {
  const { openVaultId, vaults } = must(await host.vault.status({}));
  const vaultId = openVaultId ?? vaults[0]?.vaultId ?? "";
  must(await host.vault.lock({}));
  must(await host.vault.unlock({ vaultId, passphrase }));
}

/** Does something as somebody else, then hands the keyboard back. */
export async function asPerson<T>(office: Office, passphrase: string, work: () => Promise<T>): Promise<T> {
  await changePlaces(office.host, passphrase);
  const done = await work();
  await changePlaces(office.host, office.passphrase);
  return done;
}

/** Declares no ties and approves the decision put forward; whoever is at the keyboard is the approver. */
export async function approve(
  host: KuraClient,
  dossierId: DossierId,
  { passphrase, note = "異存なし。" }: { passphrase: string; note?: string },
): Promise<Decision> {
  must(await host.access.declare({ dossierId, hasConflict: false, note: "" }));
  const [latest] = must(await host.decision.list({ dossierId })).decisions;
  const decisionId = latest?.id;
  if (decisionId === undefined) throw new Error("nothing was put forward");
  return must(await host.decision.answer({ dossierId, decisionId, answer: "approve", note, passphrase }));
}

/** Lets the approver in and has them approve the decision put forward; the first person is at the keyboard again after. */
export async function addApproverAndApprove(office: Office, dossierId: DossierId): Promise<void> {
  await addPerson(office, { ...approver, roles: ["approver"] });
  await asPerson(office, approver.passphrase, () => approve(office.host, dossierId, approver));
}

/** Agrees to every verdict of the case that waits for a second person; whoever is at the keyboard is that person. */
export async function confirmAll(host: KuraClient, dossierId: DossierId): Promise<void> {
  const { hits } = must(await host.screening.result({ dossierId }));
  for (const { id: hitId, judgedAt, awaitsSecondPerson, second } of hits) {
    if (!awaitsSecondPerson || second !== null || judgedAt === null) continue;
    must(await host.screening.confirm({ dossierId, hitId, judgedAt, agrees: true, note: "" }));
  }
}

/** Has the second reviewer agree to every verdict of the case; lets them in where they are not in yet. */
export async function confirmBySecond(office: Office, dossierId: DossierId): Promise<void> {
  const { people } = must(await office.host.people.list({}));
  if (!people.some(({ displayName }) => displayName === secondReviewer.displayName))
    await addPerson(office, { ...secondReviewer, roles: ["reviewer"] });
  await asPerson(office, secondReviewer.passphrase, () => confirmAll(office.host, dossierId));
}
