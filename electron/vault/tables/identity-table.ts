import { z } from "zod";
import { PersonId, Sha256 } from "../../../shared/domain/ids.ts";
import { Instant } from "../../../shared/domain/time.ts";
import type { Database } from "../database.ts";
import { fromJson, toJson } from "./json-column.ts";

/** A signing identity as stored: certificates in clear, the private key sealed. */
export const IdentityRecord = z.object({
  id: z.string(),
  personId: PersonId,
  /** PKCS#8, sealed under a key of its own. */
  sealedKey: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
  /** Under which seal: the person's guarded one, or, in vaults from before several people could share one, the vault's. */
  sealedUnder: z.enum(["vault", "person"]),
  /** Leaf first, root last; DER in base64. */
  certificates: z.array(z.base64()),
  fingerprint: Sha256,
  subjectName: z.string(),
  algorithm: z.string(),
  validFrom: Instant,
  validUntil: Instant,
  createdAt: Instant,
});
export type IdentityRecord = z.infer<typeof IdentityRecord>;

/** Signing identities; a person signs with the latest. */
export interface IdentityTable {
  add(record: IdentityRecord): void;
  findCurrent(personId: PersonId): IdentityRecord | undefined;
  /** Those of one person that still lie under the vault's seal. */
  listUnderVault(personId: PersonId): IdentityRecord[];
  /** Keeps a key under its person's guarded seal from now on. */
  keepUnderPerson(id: string, sealedKey: Uint8Array): void;
  /** Leaves the person without a certificate to sign with; what they signed goes on being verified. */
  retire(personId: PersonId): void;
  /** Every root certificate this vault has signed under; DER in base64. */
  roots(): string[];
}

interface Row {
  readonly id: string;
  readonly person_id: string;
  readonly sealed_key: Buffer;
  readonly sealed_under: string;
  readonly certificates: string;
  readonly fingerprint: string;
  readonly subject_name: string;
  readonly valid_from: number;
  readonly valid_until: number;
  readonly created_at: number;
}

const Certificates = z.object({ algorithm: z.string(), chain: z.array(z.base64()).min(1) });

function toRecord(row: Row): IdentityRecord {
  const { algorithm, chain } = fromJson(Certificates, row.certificates);
  return IdentityRecord.parse({
    id: row.id,
    personId: row.person_id,
    sealedKey: row.sealed_key,
    sealedUnder: row.sealed_under,
    certificates: chain,
    algorithm,
    fingerprint: row.fingerprint,
    subjectName: row.subject_name,
    validFrom: row.valid_from,
    validUntil: row.valid_until,
    createdAt: row.created_at,
  });
}

export function createIdentityTable(db: Database): IdentityTable {
  const retire = db.prepare<[string]>("UPDATE identity SET is_current = 0 WHERE person_id = ?");
  const insert = db.prepare<[string, string, Uint8Array, string, string, string, number, number, number, string]>(
    `INSERT INTO identity (id, person_id, sealed_key, certificates, fingerprint, subject_name, valid_from,
       valid_until, created_at, sealed_under, is_current) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)`,
  );
  const current = db.prepare<[string], Row>("SELECT * FROM identity WHERE person_id = ? AND is_current = 1");
  const underVault = db.prepare<[string], Row>(
    "SELECT * FROM identity WHERE person_id = ? AND sealed_under = 'vault' ORDER BY created_at, id",
  );
  const reseal = db.prepare<[Uint8Array, string]>(
    "UPDATE identity SET sealed_key = ?, sealed_under = 'person' WHERE id = ?",
  );
  const all = db.prepare<[], { certificates: string }>("SELECT certificates FROM identity ORDER BY created_at");
  return {
    add: (record) => {
      retire.run(record.personId);
      insert.run(
        record.id,
        record.personId,
        record.sealedKey,
        toJson({ algorithm: record.algorithm, chain: record.certificates }),
        record.fingerprint,
        record.subjectName,
        record.validFrom,
        record.validUntil,
        record.createdAt,
        record.sealedUnder,
      );
    },
    findCurrent: (personId) => {
      const row = current.get(personId);
      return row === undefined ? undefined : toRecord(row);
    },
    listUnderVault: (personId) => underVault.all(personId).map(toRecord),
    keepUnderPerson: (id, sealedKey) => {
      reseal.run(sealedKey, id);
    },
    retire: (personId) => {
      retire.run(personId);
    },
    roots: () =>
      all.all().flatMap((row) => {
        const root = fromJson(Certificates, row.certificates).chain.at(-1);
        return root === undefined ? [] : [root];
      }),
  };
}
