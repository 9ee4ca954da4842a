import type { RecoverySheet } from "../../../shared/domain/recovery.ts";
import type { Random } from "../../ports.ts";
import { makeShares, passphraseOf, recoverySecretBytes } from "../../recovery/kit.ts";
import { qrOfWords } from "../../recovery/qr.ts";
import { type Share, shareWords, wordsPerShare } from "../../recovery/share.ts";
import { isSameWord } from "../../recovery/words.ts";

/** A kit that was drawn and is not in force: its secret, and two words of each sheet to be asked back. */
export interface DrawnKit {
  readonly kitId: string;
  readonly vaultId: string;
  readonly threshold: number;
  readonly count: number;
  /** The passphrase its slot is to have. */
  passphrase(): string;
  /** Compares the two words asked back; the place of the first wrong one, or undefined when the sheet is confirmed. */
  compare(index: number, words: readonly string[]): number | undefined;
  /** Numbers of the sheets confirmed so far. */
  confirmed(): number[];
  /** Overwrites the secret. */
  wipe(): void;
}

/** What a kit is drawn for and how. */
export interface DrawRequest {
  readonly random: Random;
  readonly vaultId: string;
  /** Eight hex digits, not yet used in this vault. */
  readonly kitId: string;
  readonly threshold: number;
  readonly count: number;
}

/** The first words tell kit and number and are alike on all sheets; those after them are a sheet's own. */
const firstOwnWord = 6;

/** Draws a secret and its sheets. The sheets are for the answer alone: the drawn kit keeps two words of each. */
export async function drawKit(request: DrawRequest): Promise<{ kit: DrawnKit; sheets: RecoverySheet[] }> {
  const { random, vaultId, kitId, threshold, count } = request;
  const secret = random.bytes(recoverySecretBytes);
  const shares = await makeShares({ kitId, secret, threshold, count });
  const sheets = shares.map((share) => sheetOf(share, random));
  for (const { point } of shares) point.fill(0);
  const asked = new Map(sheets.map((sheet) => [sheet.index, askedOf(sheet)]));
  const confirmed = new Set<number>();
  return {
    sheets,
    kit: {
      kitId,
      vaultId,
      threshold,
      count,
      passphrase: () => passphraseOf(secret),
      compare: (index, words) => {
        const wrong = asked.get(index)?.find(({ word }, place) => !isSameWord(word, words[place] ?? ""));
        if (wrong === undefined && asked.has(index)) confirmed.add(index);
        return wrong?.place;
      },
      confirmed: () => [...confirmed].toSorted((left, right) => left - right),
      wipe: () => void secret.fill(0),
    },
  };
}

function sheetOf(share: Share, random: Random): RecoverySheet {
  const words = shareWords(share);
  return { index: share.index, words, qr: qrOfWords(words), asked: twoPlaces(random) };
}

function askedOf({ words, asked }: RecoverySheet): { place: number; word: string }[] {
  return asked.map((place) => ({ place, word: words[place - 1] ?? "" }));
}

/** Two different places, the lower first. */
function twoPlaces(random: Random): [number, number] {
  const places = wordsPerShare - firstOwnWord + 1;
  const [one = 0, other = 0] = random.bytes(2);
  const first = one % places;
  const second = (first + 1 + (other % (places - 1))) % places;
  return [Math.min(first, second) + firstOwnWord, Math.max(first, second) + firstOwnWord];
}
