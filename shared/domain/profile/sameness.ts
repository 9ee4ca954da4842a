import { z } from "zod";
import { DossierKind } from "../dossier.ts";
import { DossierId, SubjectId } from "../ids.ts";
import { SubjectKind, SubjectRole } from "../party.ts";
import { text, textLimits } from "../text.ts";
import { Instant } from "../time.ts";
import { identifierSchemes } from "./identifier.ts";

/** What somebody found: both records speak of the same subject, or of two. */
export const SamenessVerdict = z.enum(["same", "different"]);
export type SamenessVerdict = z.infer<typeof SamenessVerdict>;

/** A verdict on two records, with its reason. */
export const SamenessInput = z.strictObject({
  subjectId: SubjectId,
  otherDossierId: DossierId,
  otherSubjectId: SubjectId,
  verdict: SamenessVerdict,
  reason: text(textLimits.note),
});
export type SamenessInput = z.infer<typeof SamenessInput>;

/** Why two records were brought together: an identifier of this scheme they share, a name, or somebody's word alone. */
export const SamenessGround = z.enum([...identifierSchemes, "name", "curated"]);
export type SamenessGround = z.infer<typeof SamenessGround>;

/** A subject of another case that may be one of this case's. Identifiers agree without being shown. */
export const Sighting = z.object({
  subjectId: SubjectId,
  other: z.object({
    dossierId: DossierId,
    number: z.string(),
    title: z.string(),
    dossierKind: DossierKind,
    subjectId: SubjectId,
    name: z.string(),
    kind: SubjectKind,
    role: SubjectRole,
    restricted: z.boolean(),
  }),
  grounds: z.array(SamenessGround),
  judgement: z.object({ verdict: SamenessVerdict, reason: z.string(), at: Instant, by: z.string() }).nullable(),
});
export type Sighting = z.infer<typeof Sighting>;
