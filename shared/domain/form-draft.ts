import { z } from "zod";

/** Names a form within a case: its kind, and where there are several, which one, as `gate.G3`. */
export const FormName = z.string().regex(/^[a-z][a-z-]{0,30}(?:\.[A-Za-z0-9_.-]{1,80})?$/u);
export type FormName = z.infer<typeof FormName>;

/** Longest half-written form, in UTF-16 units of JSON text: several times the longest that can be typed. */
export const formDraftLimit = 65_536;

/** A form that was begun and neither saved nor discarded, as the page wrote it. */
export const FormDraft = z.object({
  /** JSON text; its meaning is the form's own. */
  body: z.string().max(formDraftLimit),
});
export type FormDraft = z.infer<typeof FormDraft>;
