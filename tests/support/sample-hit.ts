import { Hit } from "../../shared/domain/screening.ts";

/** An id that holds a number. */
export function hexId(number: number): string {
  return number.toString(16).padStart(32, "0");
}

/** A hit nobody has judged, of a list of its own kind, told from others by its number. */
export function sampleHit(number: number, change: Partial<Record<keyof Hit, unknown>> = {}): Hit {
  return Hit.parse({
    id: hexId(number),
    subjectId: hexId(1),
    editionId: hexId(900),
    listTitle: "甲リスト",
    edition: "第1版",
    effectClass: "permit_trigger",
    entryKey: `key-${number}`,
    listedNames: ["虚構 太郎"],
    countries: [],
    programmes: [],
    remarks: "",
    listedType: "person",
    queryName: "虚構太郎",
    matchedName: "虚構 太郎",
    kind: "exact",
    steps: [],
    against: [],
    inFavour: [],
    pieces: [],
    score: 1,
    judgement: null,
    judgedAt: null,
    judgedBy: null,
    awaitsSecondPerson: false,
    ...change,
  });
}
