import { z } from "zod";
import { Bilingual, Named } from "./bilingual.ts";
import { RedactionLevel } from "./vocabulary.ts";

/** How long a kind of record is kept. `default` is an ISO 8601 duration or `indefinite`; the agency's own table prevails. */
export const RetentionRule = z.strictObject({
  id: z.string().regex(/^RT\d+$/),
  object: Bilingual,
  default: z.string().regex(/^(P(\d+Y)?(\d+M)?(\d+D)?|indefinite)$/),
  from: Bilingual,
  note: Bilingual,
});
export type RetentionRule = z.infer<typeof RetentionRule>;

/** What a printed paper hides at one level. An entry `R1` or `R2` in `hides` includes that level's list. */
export const RedactionRule = z.strictObject({
  id: RedactionLevel,
  name: Bilingual,
  hides: z.array(z.string().min(1)),
  showsOnly: Bilingual.optional(),
  generalise: Bilingual.optional(),
});
export type RedactionRule = z.infer<typeof RedactionRule>;

/** A letter or notice. */
export const Notice = z.strictObject({
  id: z.string().regex(/^NT\d+$/),
  use: z.enum(["recruitment", "query_to_person", "query_to_partner"]),
  text: Bilingual,
});
export type Notice = z.infer<typeof Notice>;

/** Rules on personal data. */
export const PrivacyPolicy = z.strictObject({
  contentVersion: z.string().min(1).max(40),
  legalFrameNote: Bilingual,
  neverCollect: z.array(Named),
  restricted: z.array(Named.extend({ rule: Bilingual })),
  retention: z.array(RetentionRule),
  retentionActions: z.array(Bilingual),
  redactionLevels: z.array(RedactionRule),
  redactionRules: z.array(Bilingual),
  disclosureLogFields: z.array(Named),
  rightsRequests: z.strictObject({ types: z.array(Bilingual), workflow: z.array(Bilingual), design: Bilingual }),
  notices: z.array(Notice),
  breach: Bilingual,
});
export type PrivacyPolicy = z.infer<typeof PrivacyPolicy>;
