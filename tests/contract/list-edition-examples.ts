import type { ImportId } from "../../shared/domain/ids.ts";
import type { Scene } from "../support/scene.ts";
import type { Examples } from "./example-types.ts";

/** Requests about list editions, in an order in which each still finds what it needs. */
export function listEditionExamples({ editionId }: Scene, importId: ImportId): Examples["lists"] {
  const sides = { before: editionId, after: { importId } };
  return {
    entries: { side: { editionId }, text: "架空", after: 0, limit: 20 },
    entry: { side: { editionId }, content: 1 },
    compare: sides,
    difference: { ...sides, part: "added", text: "架空", from: 0, limit: 20 },
    saveDifference: { ...sides, locale: "ja" },
    setAside: { editionId },
    makeCurrent: { editionId },
  };
}

/** Puts a path before every dialog about lists. */
export function answerListDialogs(desk: Scene["desk"], name: string, at: (file: string) => string): void {
  if (name === "screening.beginImport") desk.choose("list", at("list.csv"));
  if (name === "lists.saveDifference") desk.choose("list-difference", at("difference.csv"));
}
