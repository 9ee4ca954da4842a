import { type ImportId, Sha256 } from "../../shared/domain/ids.ts";
import type { ColumnMapping } from "../../shared/domain/screening.ts";
import type { Scene } from "../support/scene.ts";
import type { Examples } from "./example-types.ts";

const columns: ColumnMapping = {
  ...{ name: 0, aliases: null, aliasSeparator: ";", kind: null, kindWhenAbsent: "organisation", country: 1 },
  ...{ identifiers: null, birthDate: null, programme: null, remarks: null, sourceId: null },
};

/** Requests about list editions, in an order in which each still finds what it needs. */
export function listEditionExamples({ editionId, desk }: Scene, importId: ImportId): Examples["lists"] {
  const { passphrase } = desk;
  const sides = { before: editionId, after: { importId } };
  return {
    entries: { side: { editionId }, text: "架空", after: 0, limit: 20 },
    entry: { side: { editionId }, content: 1 },
    compare: sides,
    difference: { ...sides, part: "added", text: "架空", from: 0, limit: 20 },
    saveDifference: { ...sides, locale: "ja" },
    profiles: { importId },
    keepProfile: { importId, name: "架空庁のCSV 𠮷", layout: "csv", mapping: columns },
    dropProfile: { name: "架空庁のCSV 𠮷" },
    writePack: { editionIds: [editionId], passphrase },
    openPack: {},
    acceptSigner: { packId: importId, passphrase },
    signers: {},
    forgetSigner: { fingerprint: Sha256.parse("0".repeat(64)) },
    tryPacked: { packId: importId, at: 0 },
    setAside: { editionId },
    makeCurrent: { editionId },
  };
}

/** Puts a path before every dialog about lists. */
export function answerListDialogs(desk: Scene["desk"], name: string, at: (file: string) => string): void {
  if (name === "screening.beginImport") desk.choose("list", at("list.csv"));
  if (name === "lists.writePack" || name === "lists.openPack") desk.choose("list-pack", at("lists.kuralist"));
  if (name === "lists.saveDifference") desk.choose("list-difference", at("difference.csv"));
}
