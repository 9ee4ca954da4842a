import { z } from "zod";
import { DossierId, EntryId, ImportId, LinkId, SubjectId } from "../../domain/ids.ts";
import { EntryInput, ProfileEntry } from "../../domain/profile/entry.ts";
import { ProfileImport, ProfileMapping } from "../../domain/profile/import.ts";
import { LinkInput, SubjectLink } from "../../domain/profile/link.ts";
import { SamenessInput, Sighting } from "../../domain/profile/sameness.ts";
import { line, textLimits } from "../../domain/text.ts";
import { channel } from "../channel.ts";
import { caseCodes } from "../errors.ts";

const ofDossier = z.strictObject({ dossierId: DossierId });
const readCodes = ["vault-locked", ...caseCodes] as const;
const changeCodes = [...readCodes, "dossier-decided"] as const;

/** A subject of another case, for somebody who looks for it by name or number. */
export const OtherSubject = Sighting.shape.other;
export type OtherSubject = z.infer<typeof OtherSubject>;

/** What is known about the subjects of a case, and how they are tied. */
export const profile = {
  /** Every entry and every tie, in the order of writing. */
  open: channel({
    request: ofDossier,
    response: z.object({ entries: z.array(ProfileEntry), links: z.array(SubjectLink) }),
    errors: readCodes,
  }),

  /** Adds an entry (null id, revision 0) or changes the one that is named, if it still is at `revision`. */
  putEntry: channel({
    request: ofDossier.extend({ entryId: EntryId.nullable(), revision: z.int().nonnegative(), entry: EntryInput }),
    response: ProfileEntry,
    errors: [
      ...changeCodes,
      "unknown-subject",
      "unknown-entry",
      "unknown-evidence",
      "stale-revision",
      "source-required",
      "entry-incomplete",
      "profile-full",
    ],
  }),

  removeEntry: channel({
    request: ofDossier.extend({ entryId: EntryId, revision: z.int().positive() }),
    response: z.object({}),
    errors: [...changeCodes, "unknown-entry", "stale-revision"],
  }),

  /** Adds a tie (null id, revision 0) or changes the one that is named, if it still is at `revision`. */
  putLink: channel({
    request: ofDossier.extend({ linkId: LinkId.nullable(), revision: z.int().nonnegative(), link: LinkInput }),
    response: SubjectLink,
    errors: [
      ...changeCodes,
      "unknown-subject",
      "unknown-link",
      "unknown-evidence",
      "stale-revision",
      "source-required",
      "link-impossible",
      "profile-full",
    ],
  }),

  removeLink: channel({
    request: ofDossier.extend({ linkId: LinkId, revision: z.int().positive() }),
    response: z.object({}),
    errors: [...changeCodes, "unknown-link", "stale-revision"],
  }),

  /** Subjects of other cases that the person may read and that share an identifier or a name with this case's. */
  sightings: channel({ request: ofDossier, response: z.object({ sightings: z.array(Sighting) }), errors: readCodes }),

  /** Subjects of other cases by part of a name or of a case number; at most 20, and none the person may not read. */
  findOthers: channel({
    request: ofDossier.extend({ query: line(textLimits.name).min(1) }),
    response: z.object({ others: z.array(OtherSubject) }),
    errors: readCodes,
  }),

  /** Records that two records are the same subject, or are not, with the reason. */
  judge: channel({
    request: ofDossier.extend({ judgement: SamenessInput }),
    response: z.object({ sightings: z.array(Sighting) }),
    errors: [...readCodes, "unknown-subject"],
  }),

  /** Reads a file of posts, studies or publications that the person chooses, and shows what it would add to a subject. */
  beginImport: channel({
    request: ofDossier.extend({ subjectId: SubjectId }),
    response: ProfileImport,
    errors: [...changeCodes, "unknown-subject", "cancelled", "file-unreadable", "file-too-large", "profile-unreadable"],
  }),

  /** Shows the same file with another meaning for its columns. */
  remapImport: channel({
    request: ofDossier.extend({ importId: ImportId, mapping: ProfileMapping }),
    response: ProfileImport,
    errors: [...changeCodes, "unknown-import"],
  }),

  /** Stores the chosen lines and keeps the mapping for files with the same header. */
  finishImport: channel({
    request: ofDossier.extend({
      importId: ImportId,
      mapping: ProfileMapping.nullable(),
      lines: z.array(z.int().positive()).max(10_000),
    }),
    response: z.object({ batchId: ImportId, added: z.int().nonnegative() }),
    errors: [...changeCodes, "unknown-import", "profile-full"],
  }),

  /** Takes back what an import brought; entries that were changed since stay. */
  undoImport: channel({
    request: ofDossier.extend({ batchId: ImportId }),
    response: z.object({ removed: z.int().nonnegative(), kept: z.int().nonnegative() }),
    errors: [...changeCodes, "unknown-import"],
  }),

  /** Forgets a file that was begun. */
  dropImport: channel({
    request: ofDossier.extend({ importId: ImportId }),
    response: z.object({}),
    errors: readCodes,
  }),

  /** Takes a verdict back; what brought the records together stays. */
  forgetJudgement: channel({
    request: ofDossier.extend({ subjectId: SubjectId, otherSubjectId: SubjectId }),
    response: z.object({ sightings: z.array(Sighting) }),
    errors: [...readCodes, "unknown-subject"],
  }),
} as const;
