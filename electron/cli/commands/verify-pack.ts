import type { PackLook } from "../../../shared/domain/list-editions.ts";
import type { Text } from "../../../shared/strings/text.ts";
import type { PackFault, VerifiedPack } from "../../list-pack/read-pack.ts";
import { combine } from "../combine.ts";
import type { Command, Outcome, Place } from "../outcome.ts";
import { printable } from "../printable.ts";
import { refused } from "../refused.ts";
import type { FileRefusal } from "../screen/read-lists.ts";
import { readPackFile } from "../screen/read-packs.ts";
import { refusedFile } from "../screen/refused-file.ts";
import { exitCodes } from "../world.ts";

/** Verifies list packs; with a vault it is said whether packs of the signer are taken there, and what an edition is to it. */
export const verifyPack: Command = {
  lacking: ({ files }) => (files.length === 0 ? "no-file" : undefined),
  run: async (place) => {
    const outcomes: Outcome[] = [];
    for (const path of place.asked.files) outcomes.push(await verifyFile(place, path));
    return combine(outcomes);
  },
};

/** Faults of a file that is a pack; the others mean that nothing could be verified. */
const wrongPack: readonly PackFault[] = ["damaged", "signature", "certificate", "entries"];

async function verifyFile(place: Place, path: string): Promise<Outcome> {
  const pack = await readPackFile(path);
  if (!pack.ok) return faultOf(place, pack.error);
  if (place.asked.vault === undefined) return outcomeOf(place.text, path, { pack: pack.value, look: undefined });
  place.desk.choose("list-pack", path);
  const look = await place.desk.host.lists.openPack({});
  if (!look.ok) return refused(place.text, look.error);
  return outcomeOf(place.text, path, { pack: pack.value, look: look.value });
}

function faultOf(place: Place, refusal: FileRefusal): Outcome {
  const outcome = refusedFile(place, refusal);
  const isWrong = refusal.fault !== undefined && wrongPack.includes(refusal.fault);
  return isWrong ? { ...outcome, exitCode: exitCodes.found } : outcome;
}

function outcomeOf(
  text: Text,
  file: string,
  { pack, look }: { readonly pack: VerifiedPack; readonly look: PackLook | undefined },
): Outcome {
  const { manifest, signer } = pack;
  const editions = manifest.editions.map(({ details, layout, entries, sha256, importedAt }, at) => ({
    ...details,
    ...{ layout, entries, sha256, importedAt: isoOf(importedAt) },
    ...(look === undefined ? {} : { standing: look.editions[at]?.standing }),
  }));
  const known = look?.signer.accepted;
  return {
    exitCode: known === false ? exitCodes.found : exitCodes.good,
    lines: [
      `${file}: ${text("cli.pack-whole")}`,
      `  ${text("cli.signedBy", { name: signer.name, fingerprint: signer.fingerprint })}`,
      `  ${text(known === undefined ? "cli.pack-compare" : known ? "cli.pack-accepted" : "cli.pack-notAccepted")}`,
      `  ${text("cli.pack-written", { by: manifest.createdBy, at: isoOf(manifest.createdAt) })}`,
      ...editions.flatMap(({ title, edition, entries, sha256, publishedDay, standing }) => [
        `  ${text("cli.pack-edition", { title, edition, entries, day: publishedDay ?? "–" })}`,
        `    SHA-256 ${sha256}`,
        ...(standing === undefined ? [] : [`    ${text(`cli.pack-standing-${standing}`)}`]),
      ]),
    ].map(printable),
    facts: {
      ...{ file, verdict: "whole", signer, ...(known === undefined ? {} : { accepted: known }) },
      ...{ createdAt: isoOf(manifest.createdAt), createdBy: manifest.createdBy, editions },
    },
  };
}

function isoOf(ms: number): string {
  return new Date(ms).toISOString();
}
