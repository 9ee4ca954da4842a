export type Locale = "ja" | "en";

/** Picks the Japanese or the English of a sample. */
export type Say = (ja: string, en: string) => string;

export type Person = {
  readonly id: string;
  readonly name: string;
  readonly reading: string;
  readonly body: string;
  readonly score: number;
  readonly band: "low" | "moderate" | "high" | "critical";
  readonly due: string;
};

/** Invented people, with the names that break careless pages. */
export const people: readonly Person[] = [
  {
    id: "1",
    name: "髙橋 﨑",
    reading: "たかはし さき",
    body: "架空先端物理研究機構",
    score: 2,
    band: "low",
    due: "2026-11-30",
  },
  {
    id: "2",
    name: "𠮷野家 葛󠄀",
    reading: "よしのや かずら",
    body: "想像海洋技術センター",
    score: 6,
    band: "moderate",
    due: "2026-12-04",
  },
  {
    id: "3",
    name: "寿限無寿限無五劫の擦り切れ海砂利水魚の水行末雲来末風来末食う寝る処に住む処藪ら柑子の藪柑子",
    reading: "じゅげむじゅげむごこうのすりきれかいじゃりすいぎょのすいぎょうまつうんらいまつふうらいまつ",
    body: "パイポ・シューリンガン・グーリンダイ応用数理研究所附属計算物質設計国際連携推進室",
    score: 9,
    band: "high",
    due: "2027-01-15",
  },
  {
    id: "4",
    name: "ليلى المثالية",
    reading: "Layla al-Mithaliyya",
    body: "معهد الخيال للعلوم (架空)",
    score: 14,
    band: "critical",
    due: "2026-11-24",
  },
  { id: "5", name: "乙", reading: "きのと", body: "ｶｸｳ ｾｲﾐﾂ ｶﾌﾞｼｷｶﾞｲｼｬ", score: 0, band: "low", due: "2027-03-31" },
  {
    id: "6",
    name: "Maximiliane Musterhausen-Oberunterthal von und zu Beispielsberg",
    reading: "マクシミリアーネ",
    body: "Institut für erfundene Werkstoffe",
    score: 7,
    band: "moderate",
    due: "2026-12-20",
  },
];

/** Ten thousand rows, each different, for the long table. */
export const manyPeople: readonly Person[] = Array.from({ length: 10_000 }, (_, index) => {
  const base = people[index % people.length];
  if (base === undefined) throw new Error("No sample people");
  return { ...base, id: String(index + 1), score: (index * 7) % 21 };
});
