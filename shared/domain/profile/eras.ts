/** One era of the Japanese calendar, from its first day on. */
export interface Era {
  readonly kanji: string;
  readonly letter: string;
  readonly romaji: string;
  /** The first day, `YYYY-MM-DD`. */
  readonly begins: string;
}

/** Eras a dossier can meet, oldest first. */
export const eras: readonly Era[] = [
  { kanji: "明治", letter: "m", romaji: "Meiji", begins: "1868-10-23" },
  { kanji: "大正", letter: "t", romaji: "Taisho", begins: "1912-07-30" },
  { kanji: "昭和", letter: "s", romaji: "Showa", begins: "1926-12-25" },
  { kanji: "平成", letter: "h", romaji: "Heisei", begins: "1989-01-08" },
  { kanji: "令和", letter: "r", romaji: "Reiwa", begins: "2019-05-01" },
];

/** The eras that hold a day from `first` to `last`, oldest first: two for a year in which one gave way to the next. */
export function erasWithin(first: string, last: string): readonly Era[] {
  return eras.filter((era, at) => {
    const next = eras[at + 1]?.begins ?? "9999-12-31";
    return era.begins <= last && next > first;
  });
}

/** The common year of an era's year; the first is written 元. */
export function commonYear(era: Era, yearOfEra: number): number {
  return Number(era.begins.slice(0, 4)) + yearOfEra - 1;
}

/** The year of an era for a common year, from 1. */
export function yearOfEra(era: Era, year: number): number {
  return year - Number(era.begins.slice(0, 4)) + 1;
}

/** The era a name, letter or romanised name stands for. */
export function findEra(name: string): Era | undefined {
  const plain = name.toLowerCase().replaceAll("ō", "o").replaceAll("taishou", "taisho").replaceAll("shouwa", "showa");
  return eras.find((era) => era.kanji === name || era.letter === plain || era.romaji.toLowerCase() === plain);
}
