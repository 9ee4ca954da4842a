/** One row of a dictionary of names, its characters folded and its reading as typed. */
export interface DictionaryName {
  readonly written: string;
  readonly typed: string;
  /** The package keeps one kind for each reading: 隆 takashi stands as a family name only, and many given names as unknown. */
  readonly kind: NameKind | "unknown";
}

/** The two parts of a Japanese name. */
export type NameKind = "surname" | "given";

/** Readings of single characters, as typed. */
export type CharacterReadings = ReadonlyMap<string, ReadonlySet<string>>;

/** How often names read a character in one way; the measure by which readings are ranked. */
export interface PartCounts {
  /** How usual this reading is for what is written, for comparing readings of one name. */
  weigh(written: string, typed: string, kind: NameKind): number;
  /** The readings of one character, the most usual in such names first. */
  bestOf(character: string, kind: NameKind, limit: number): readonly string[];
}

interface Part {
  readonly character: string;
  readonly reading: string;
  /** The reading as it sounds here: hashi may be bashi in a later place. */
  readonly form: string;
}

/** For readings that single characters do not explain, as 大和 yamato: after the usual ones, before far-fetched compositions. */
const weightOfUnexplained = -5;

const voiced: Readonly<Record<string, string>> = { k: "g", s: "z", t: "d", h: "b", f: "b" };

/** The first sound voiced after another word, and the last one doubled before the next: 山崎, 一平. */
function changed(reading: string): readonly string[] {
  const first = reading.charAt(0);
  const other = voiced[first];
  const forms = [reading];
  if (other !== undefined) {
    const rest = reading.replace(/^(?:ts(?=u)|ch(?=i)|sh(?=i)|[kstfh])/, "");
    if (/^(?:shi|chi)/.test(reading)) forms.push(`j${rest}`);
    else if (/^(?:sh|ch)/.test(reading)) forms.push(`j${reading.slice(2)}`);
    else forms.push(first === "t" && reading.startsWith("tsu") ? `z${rest}` : other + rest);
    if (first === "h" || first === "f") forms.push(`p${rest}`);
  }
  return forms;
}

/** What is left of a typed name after its first part; nothing where the part does not end a mora. */
function restAfter(typed: string, form: string): string | undefined {
  if (!typed.startsWith(form)) return undefined;
  const rest = typed.slice(form.length);
  if (!form.endsWith("n")) return rest;
  if (rest.startsWith("'")) return rest.slice(1);
  return /^[aiueoy]/.test(rest) ? undefined : rest;
}

/** Every way of cutting the reading among the characters; empty where they do not explain it. */
function cuts(characters: readonly string[], typed: string, readings: CharacterReadings): readonly (readonly Part[])[] {
  const [character, ...rest] = characters;
  if (character === undefined) return typed === "" ? [[]] : [];
  const own = /\p{Script=Han}/u.test(character) ? [...(readings.get(character) ?? [])] : [];
  return own.flatMap((reading) =>
    changed(reading).flatMap((form) => {
      const left = restAfter(typed, form);
      return left === undefined
        ? []
        : cuts(rest, left, readings).map((after) => [{ character, reading, form }, ...after]);
    }),
  );
}

/** Where in its name a character stands; readings differ by it. */
function placeOf(at: number, length: number): string {
  if (length === 1) return "alone";
  return at === 0 ? "first" : "later";
}

/** Counts, over all names of a dictionary, which reading each character has in family and in given names. */
export function countParts(names: readonly DictionaryName[], readings: CharacterReadings): PartCounts {
  const counts = new Map<string, number>();
  const totals = new Map<string, number>();
  const spellings = new Map<string, number>();
  const add = (map: Map<string, number>, key: string, by: number): void => {
    map.set(key, (map.get(key) ?? 0) + by);
  };
  for (const { written, typed, kind } of names) {
    const characters = [...written];
    if (kind === "unknown") continue;
    add(spellings, `${kind} ${typed}`, 1);
    if (characters.length > 4) continue;
    const ways = cuts(characters, typed, readings);
    for (const way of ways) {
      for (const [at, { character, reading, form }] of way.entries()) {
        const place = `${kind} ${placeOf(at, way.length)} ${character}`;
        add(counts, `${place} ${form}`, 1 / ways.length);
        add(totals, place, 1 / ways.length);
        add(counts, `${kind} ${character} ${reading}`, 1 / ways.length);
      }
    }
  }
  const share = (place: string, form: string): number =>
    ((counts.get(`${place} ${form}`) ?? 0) + 0.1) / ((totals.get(place) ?? 0) + 1);
  return {
    weigh(written, typed, kind) {
      const weights = cuts([...written], typed, readings).map((way) =>
        way.reduce(
          (sum, { character, form }, at) =>
            sum + Math.log(share(`${kind} ${placeOf(at, way.length)} ${character}`, form)),
          0,
        ),
      );
      // A reading that many writings share is one that many people have.
      const shared = Math.log(1 + (spellings.get(`${kind} ${typed}`) ?? 0));
      return Math.max(weightOfUnexplained, ...weights) + shared;
    },
    bestOf(character, kind, limit) {
      const ranked = [...(readings.get(character) ?? [])]
        .map((reading) => ({ reading, weight: counts.get(`${kind} ${character} ${reading}`) ?? 0 }))
        .sort((a, b) => b.weight - a.weight || (a.reading < b.reading ? -1 : 1));
      const used = ranked.filter(({ weight }) => weight >= 0.5);
      return (used.length === 0 ? ranked : used).slice(0, limit).map(({ reading }) => reading);
    },
  };
}
