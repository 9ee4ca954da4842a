import { mustExist } from "../../shared/assert.ts";
import type { Identity } from "../../shared/contract/calls/proof.ts";
import { Sha256 } from "../../shared/domain/ids.ts";
import { dayOf, Instant } from "../../shared/domain/time.ts";
import { err, type Nothing, ok, type Result } from "../../shared/result.ts";
import { createSigningIdentity, type SigningIdentity } from "../pdf/signing/identity.ts";
import { describeIdentity } from "../pdf/signing/identity-summary.ts";
import { importPkcs12 } from "../pdf/signing/pkcs12.ts";
import { openSigner } from "../pdf/signing/signer.ts";
import type { Clock, Dialogs, Random } from "../ports.ts";
import { safeFileName } from "../security/display-name.ts";
import type { VaultFault } from "../vault/fault.ts";
import type { IdentityRecord } from "../vault/tables/identity-table.ts";
import type { Seal } from "../vault/vault.ts";
import { readBounded } from "./read-bounded.ts";
import { saveOutside } from "./save-outside.ts";
import type { Locked, OpenSession, Session } from "./session.ts";
import { readSettings } from "./settings-service.ts";

type Rejected = { readonly code: "identity-rejected" | "file-unreadable" | "cancelled" };

/** Signing certificates of the people in this vault. */
export interface IdentityService {
  current(): Result<{ identity: Identity | null }, Locked>;
  create(input: { name: string; passphrase: string }): Promise<Result<Identity, VaultFault | Rejected>>;
  importPkcs12(input: { filePassword: string; passphrase: string }): Promise<Result<Identity, VaultFault | Rejected>>;
  saveCertificate(): Promise<Result<Nothing, VaultFault | { readonly code: "identity-missing" }>>;
}

/** The key's place in the vault; a sealed key moved to another row does not open. */
const purpose = "signing-key";

/** How long a certificate made here is valid: five years, as long as a case record is kept. */
const validityMs = 5 * 365 * 24 * 60 * 60 * 1000;

/** The clock of another machine may be a little behind this one. */
const backdateMs = 60 * 60 * 1000;

/** Largest PKCS#12 file read, in bytes. */
const pkcs12LimitBytes = 256 * 1024;

/** How a key signs, in the words of the standards; the same in both languages. */
const algorithmNames = { ec: "ECDSA, SHA-256", rsa: "RSA PKCS#1 v1.5, SHA-256" } as const;

interface Parts {
  readonly session: Session;
  readonly clock: Clock;
  readonly random: Random;
  readonly dialogs: Dialogs;
}

export function createIdentityService(parts: Parts): IdentityService {
  const { session, dialogs } = parts;
  return {
    current: () => {
      const open = session.require();
      if (!open.ok) return open;
      const record = open.value.tables.identities.findCurrent(open.value.person.id);
      return ok({ identity: record === undefined ? null : toIdentity(record) });
    },
    create: (input) => create(parts, input),
    importPkcs12: (input) => importFile(parts, input),
    saveCertificate: async () => {
      const open = session.require();
      if (!open.ok) return open;
      const record = open.value.tables.identities.findCurrent(open.value.person.id);
      const root = record?.certificates.at(-1);
      if (root === undefined) return err({ code: "identity-missing" });
      const path = await dialogs.saveFile("certificate", safeFileName("kura-root.pem"));
      if (path === undefined) return err({ code: "cancelled" });
      const saved = await saveOutside(path, [Buffer.from(toPem(root), "ascii")]);
      if (!saved.ok) return saved;
      open.value.write(() => open.value.note("certificate-exported", null));
      return ok({});
    },
  };
}

/**
 * The person's signing key and certificates, for one signature; the caller overwrites the key afterwards. `seal` is the
 * guarded one, so nobody gets here without this person's passphrase.
 */
export function unsealIdentity(open: OpenSession, seal: Seal): SigningIdentity | undefined {
  const record = open.tables.identities.findCurrent(open.person.id);
  if (record === undefined) return undefined;
  const privateKeyPkcs8 = unsealKey(open, seal, record);
  const [leaf, ...chain] = record.certificates.map((base64) => Buffer.from(base64, "base64"));
  return { certificateDer: mustExist(leaf, "an identity has a certificate"), chainDer: chain, privateKeyPkcs8 };
}

function unsealKey(open: OpenSession, seal: Seal, record: IdentityRecord): Uint8Array {
  const closedBy = record.sealedUnder === "person" ? seal : open.vault.seal;
  // Anything but the sealed key in this column means that somebody wrote into the database.
  return mustExist(
    closedBy.unseal({ purpose, id: record.id }, record.sealedKey),
    "a signing key opens in its own place",
  );
}

/**
 * Puts keys from before several people could share a vault under their person's own seal. Costs a key derivation when there
 * are any and nothing otherwise; on a full disk it waits for the next unlocking. Any other refusal is a bug and throws.
 */
export async function guardOldIdentities(open: OpenSession, passphrase: string): Promise<void> {
  const old = open.tables.identities.listUnderVault(open.person.id);
  if (old.length === 0) return;
  const guarded = await open.vault.guarded(passphrase, (seal) => {
    open.write(() => {
      for (const record of old) {
        const key = unsealKey(open, seal, record);
        open.tables.identities.keepUnderPerson(record.id, seal.seal({ purpose, id: record.id }, key));
        key.fill(0);
      }
    });
  });
  if (!guarded.ok && guarded.error.code === "wrong-passphrase")
    throw new Error("the passphrase has just opened the vault");
}

async function create(
  { session, clock, random }: Parts,
  { name, passphrase }: { name: string; passphrase: string },
): Promise<Result<Identity, VaultFault | Rejected>> {
  const open = session.require();
  if (!open.ok) return open;
  const now = clock.nowMs();
  const made = await createSigningIdentity({
    commonName: name,
    organization: readSettings(open.value).officeName || name,
    notBeforeMs: now - backdateMs,
    notAfterMs: now + validityMs,
    rootSerial: random.bytes(16),
    leafSerial: random.bytes(16),
  });
  if (!made.ok) return err({ code: "identity-rejected", details: { reason: made.error } });
  return keep(open.value, made.value, { clock, random, passphrase, kind: "identity-created" });
}

async function importFile(
  { session, clock, random, dialogs }: Parts,
  { filePassword, passphrase }: { filePassword: string; passphrase: string },
): Promise<Result<Identity, VaultFault | Rejected>> {
  const open = session.require();
  if (!open.ok) return open;
  const allowed = await open.value.vault.verifyPassphrase(passphrase);
  if (!allowed.ok) return allowed;
  const path = await dialogs.openFile("pkcs12");
  if (path === undefined) return err({ code: "cancelled" });
  const bytes = await readBounded(path, pkcs12LimitBytes);
  if (!bytes.ok) return err({ code: "file-unreadable" });
  const imported = await importPkcs12({ bytes: bytes.value, password: filePassword });
  if (!imported.ok) return err({ code: "identity-rejected", details: { reason: imported.error } });
  return keep(open.value, imported.value, { clock, random, passphrase, kind: "identity-imported" });
}

interface Keeping {
  readonly clock: Clock;
  readonly random: Random;
  readonly passphrase: string;
  readonly kind: "identity-created" | "identity-imported";
}

/** Re-authenticates, seals the key under what only this passphrase opens, stores it and wipes it. */
async function keep(
  open: OpenSession,
  identity: SigningIdentity,
  keeping: Keeping,
): Promise<Result<Identity, VaultFault | Rejected>> {
  try {
    const kept = await open.vault.guarded(keeping.passphrase, (seal) => store(open, seal, { identity, ...keeping }));
    return kept.ok ? kept.value : kept;
  } finally {
    identity.privateKeyPkcs8.fill(0);
  }
}

/** Checks that key and certificate belong together before both are stored. */
function store(
  open: OpenSession,
  seal: Seal,
  { identity, clock, random, kind }: Keeping & { readonly identity: SigningIdentity },
): Result<Identity, Rejected> {
  const signer = openSigner(identity);
  if (!signer.ok) return err({ code: "identity-rejected" });
  const { certificate, keyKind } = signer.value;
  const id = Buffer.from(random.bytes(16)).toString("hex");
  const record: IdentityRecord = {
    id,
    personId: open.person.id,
    sealedKey: seal.seal({ purpose, id }, identity.privateKeyPkcs8),
    sealedUnder: "person",
    certificates: [identity.certificateDer, ...identity.chainDer].map((der) => Buffer.from(der).toString("base64")),
    fingerprint: Sha256.parse(certificate.fingerprintSha256),
    subjectName: certificate.commonName,
    algorithm: algorithmNames[keyKind],
    validFrom: Instant.parse(certificate.notBeforeMs),
    validUntil: Instant.parse(certificate.notAfterMs),
    createdAt: Instant.parse(clock.nowMs()),
  };
  open.write(() => {
    open.tables.identities.add(record);
    open.note(kind, null, { fingerprint: record.fingerprint, until: dayOf(record.validUntil) });
  });
  return ok(toIdentity(record));
}

function toIdentity(record: IdentityRecord): Identity {
  const [leaf, ...chain] = record.certificates.map((base64) => Buffer.from(base64, "base64"));
  const described = describeIdentity({
    certificateDer: mustExist(leaf, "an identity has a certificate"),
    chainDer: chain,
  });
  const root = described.ok ? described.value.root : undefined;
  return {
    subjectName: record.subjectName,
    fingerprint: record.fingerprint,
    rootFingerprint: root === undefined ? null : Sha256.parse(root.fingerprint),
    validFrom: record.validFrom,
    validUntil: record.validUntil,
    algorithm: record.algorithm,
  };
}

function toPem(base64: string): string {
  const lines = base64.match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join("\n")}\n-----END CERTIFICATE-----\n`;
}
