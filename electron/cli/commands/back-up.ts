import { ok } from "../../../shared/result.ts";
import type { Command, Place } from "../outcome.ts";
import { refused } from "../refused.ts";
import { exitCodes } from "../world.ts";

/** Makes a backup and checks it, to the usual place or to a folder that later ones then go to as well. */
export const backUp: Command = {
  lacking: ({ vault }) => (vault === undefined ? "no-vault" : undefined),
  run: async (place) => {
    const { desk, text, asked } = place;
    const chosen = await chooseFolder(place);
    if (!chosen.ok) return refused(text, chosen.error);
    const destination = asked.to === undefined ? "default" : "chosen";
    const made = await desk.host.backup.make({ taskId: "kura-backup", place: destination });
    if (!made.ok) return refused(text, made.error);
    const { last, space } = made.value;
    return {
      exitCode: last?.missing === 0 ? exitCodes.good : exitCodes.found,
      lines: [
        text("cli.backupMade", {
          megabytes: Math.ceil((last?.sizeBytes ?? 0) / 1_000_000),
          objects: last?.objects ?? 0,
          count: last?.trailCount ?? 0,
        }),
        ...(last?.missing === 0 ? [] : [text("cli.backupMissing", { missing: last?.missing ?? 0 })]),
        ...(space?.isLow === true
          ? [text("cli.spaceLow", { megabytes: Math.floor(space.freeBytes / 1_000_000) })]
          : []),
      ],
      facts: { last, space },
    };
  },
};

async function chooseFolder({ desk, asked, passphrase = "" }: Place) {
  if (asked.to === undefined) return ok(undefined);
  desk.choose("backup-folder", asked.to);
  return desk.host.backup.chooseFolder({ passphrase });
}
