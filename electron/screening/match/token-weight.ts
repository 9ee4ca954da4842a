import type { NameToken } from "../names/name-token.ts";
import type { Rarity } from "./rarity.ts";
import { scoreParameters } from "./score-parameters.ts";

const { weight } = scoreParameters;

const patronymic = /(?:ovich|evich|ovych|evych|ovna|evna|ivna|ovic|evic)$/;

/** Whether a word is a father's name in the Slavic manner, which lists add and papers leave out. */
export function isPatronymic({ role, latin }: NameToken): boolean {
  return role === "word" && latin.length > 7 && patronymic.test(latin);
}

/** What a word weighs in a comparison, by its part in the name and by its rarity. */
export function tokenWeight(token: NameToken, rarity: Rarity, ofPerson: boolean): number {
  const part = weight[token.role];
  if (token.role !== "word") return part;
  const rare = rarity.weightOf(token.loose, ofPerson ? "person" : "organisation");
  if (token.generic) return weight.generic * rare;
  return (ofPerson && isPatronymic(token) ? weight.patronymic : part) * rare;
}
