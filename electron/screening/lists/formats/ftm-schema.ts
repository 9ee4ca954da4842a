import type { EntryType } from "../list-entry.ts";

const bodies = new Set(["Organization", "Company", "LegalEntity", "PublicBody", "PoliticalParty"]);
const things = new Set(["Vessel", "Airplane", "Vehicle", "CryptoWallet", "Security", "Asset"]);

/** The type that a schema of FollowTheMoney stands for; a `LegalEntity` may be a person. Ships and the like are neither. */
export function ftmType(schema: string): EntryType {
  if (schema === "Person") return "person";
  return bodies.has(schema) && schema !== "LegalEntity" ? "organisation" : "unknown";
}

/** Whether a schema is a party or a thing that a list can name, and not a relation, an address or a document. */
export function isFtmParty(schema: string): boolean {
  return schema === "Person" || bodies.has(schema) || things.has(schema);
}
