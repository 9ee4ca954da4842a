import { z } from "zod";
import { Bilingual } from "./bilingual.ts";
import { FactorId } from "./vocabulary.ts";

/** One risk factor. `mitigable: false` means measures never cut its impact, only its likelihood. */
export const Factor = z.strictObject({
  id: FactorId,
  name: Bilingual,
  mitigable: z.boolean(),
  /** Impact never falls below this, whatever the tier and access. */
  impactFloor: z.int().min(0).max(5),
  desc: Bilingual,
  /** The sentence a reviewer picks instead of a number. */
  levels: z.strictObject({ minor: Bilingual, material: Bilingual, serious: Bilingual }),
  /** Ids of `about.frameworks`, shown as "modelled on". */
  basedOn: z.array(z.string().min(1)),
});
export type Factor = z.infer<typeof Factor>;

export const FactorsFile = z.strictObject({
  contentVersion: z.string().min(1).max(40),
  factors: z.array(Factor),
});
export type FactorsFile = z.infer<typeof FactorsFile>;
