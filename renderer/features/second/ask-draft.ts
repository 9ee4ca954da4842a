import { z } from "zod";
import { requiredItems } from "../../../shared/domain/checklist.ts";
import type { Template } from "../../../shared/domain/content/template.ts";
import type { Depth } from "../../../shared/domain/content/vocabulary.ts";
import { ItemId } from "../../../shared/domain/ids.ts";

/** Which items the second reader gets. */
export const itemChoices = ["required", "key"] as const;

/** The form that asks for a second review. */
export const AskDraft = z.object({
  readerId: z.string().nullable(),
  items: z.enum(itemChoices),
  note: z.string(),
});
export type AskDraft = z.infer<typeof AskDraft>;

export const emptyAsk: AskDraft = { readerId: null, items: "required", note: "" };

/** The items that a choice stands for at this depth. */
export function itemsFor(template: Template, depth: Depth, choice: AskDraft["items"]): ItemId[] {
  return requiredItems(template, depth)
    .filter((item) => choice === "required" || item.key)
    .map((item) => ItemId.parse(item.id));
}
