import { z } from "zod";

/** A text a person reads, in both languages; neither may be empty or blank. */
export const Bilingual = z.strictObject({
  ja: z.string().trim().min(1).max(2000),
  en: z.string().trim().min(1).max(2000),
});
export type Bilingual = z.infer<typeof Bilingual>;

/** An id with the name people see. */
export const Named = z.strictObject({ id: z.string().min(1).max(64), name: Bilingual });
export type Named = z.infer<typeof Named>;
