import { z } from "zod";
import { Bilingual } from "./bilingual.ts";
import { ListEffectClass, OpenId } from "./vocabulary.ts";

/** A list layout the importer knows, with the checks made before an edition becomes active. */
export const ListLayout = z.strictObject({
  id: OpenId,
  title: Bilingual,
  effectClass: ListEffectClass,
  columns: z.array(z.string().min(1)),
  rowFields: z.array(z.string().min(1)),
  minRows: z.int().positive(),
  checks: z.array(Bilingual),
  editionExample: z.strictObject({
    published: z.iso.date(),
    effective: z.iso.date(),
    entries: z.int().positive(),
    countriesOrRegions: z.int().positive(),
  }),
});
export type ListLayout = z.infer<typeof ListLayout>;

/** What the app knows about lists; it bundles none. */
export const ListPackPolicy = z.strictObject({
  contentVersion: z.string().min(1).max(40),
  /** Days after which an edition is called old. */
  warnAfterDays: z.int().positive(),
  /** The sentence every screening report carries. */
  notProofNote: Bilingual,
  layouts: z.array(ListLayout),
  genericRowFields: z.array(z.string().min(1)),
  headerFields: z.array(z.string().min(1)),
  suggestedPacks: z.array(z.strictObject({ id: OpenId, title: Bilingual, effectClass: ListEffectClass })),
});
export type ListPackPolicy = z.infer<typeof ListPackPolicy>;
