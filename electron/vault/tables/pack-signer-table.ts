import { PackSigner } from "../../../shared/domain/list-editions.ts";
import type { Database } from "../database.ts";

/** Whose list packs this vault takes. */
export interface PackSignerTable {
  list(): PackSigner[];
  find(fingerprint: string): PackSigner | undefined;
  accept(signer: PackSigner): void;
  /** Answers whether there was one. */
  forget(fingerprint: string): boolean;
}

interface Row {
  readonly fingerprint: string;
  readonly name: string;
  readonly organization: string;
  readonly accepted_at: number;
  readonly accepted_by: string;
}

function toSigner(row: Row): PackSigner {
  const { accepted_at: acceptedAt, accepted_by: acceptedBy, ...named } = row;
  return PackSigner.parse({ ...named, acceptedAt, acceptedBy });
}

export function createPackSignerTable(db: Database): PackSignerTable {
  const all = db.prepare<[], Row>("SELECT * FROM list_pack_signer ORDER BY accepted_at, fingerprint");
  const one = db.prepare<[string], Row>("SELECT * FROM list_pack_signer WHERE fingerprint = ?");
  const accept = db.prepare<[string, string, string, number, string]>(
    `INSERT OR REPLACE INTO list_pack_signer (fingerprint, name, organization, accepted_at, accepted_by)
     VALUES (?, ?, ?, ?, ?)`,
  );
  const forget = db.prepare<[string]>("DELETE FROM list_pack_signer WHERE fingerprint = ?");
  return {
    list: () => all.all().map(toSigner),
    find: (fingerprint) => {
      const row = one.get(fingerprint);
      return row && toSigner(row);
    },
    accept: ({ fingerprint, name, organization, acceptedAt, acceptedBy }) => {
      accept.run(fingerprint, name, organization, acceptedAt, acceptedBy);
    },
    forget: (fingerprint) => forget.run(fingerprint).changes > 0,
  };
}
