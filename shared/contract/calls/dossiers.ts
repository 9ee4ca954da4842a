import { z } from "zod";
import { IdentityCertainty } from "../../domain/content/vocabulary.ts";
import { Dossier, DossierKind, DossierRow, DossierState, Fairness, Triage } from "../../domain/dossier.ts";
import { DossierId, SubjectId } from "../../domain/ids.ts";
import { SubjectInput } from "../../domain/party.ts";
import { unitLimit } from "../../domain/people.ts";
import { RestrictedField } from "../../domain/restricted.ts";
import { line, text, textLimits } from "../../domain/text.ts";
import { Day } from "../../domain/time.ts";
import { channel } from "../channel.ts";
import { caseCodes, vaultCodes } from "../errors.ts";
import { dossierLists } from "./dossier-lists.ts";
import { Passphrase } from "./passphrase.ts";

const ofDossier = z.strictObject({ dossierId: DossierId });
const ofField = ofDossier.extend({ field: RestrictedField, passphrase: Passphrase });
const changeCodes = ["vault-locked", ...caseCodes, "dossier-decided"] as const;

export const dossiers = {
  ...dossierLists,

  /** Every dossier the person may see, latest change first; none for those who may not read cases. */
  list: channel({
    request: z.strictObject({}),
    response: z.object({ rows: z.array(DossierRow) }),
    errors: ["vault-locked"],
  }),

  /** Opens a new dossier on the current built-in template of its kind. */
  create: channel({
    request: z.strictObject({
      kind: DossierKind,
      title: line(textLimits.title).min(1),
      subject: SubjectInput.nullable(),
      /** Our own unit that hosts the person or runs the project. */
      hostUnit: line(unitLimit).default(""),
      /** Declares in the same step that the person who opens the case has no ties to it. */
      noConflict: z.boolean().default(false),
    }),
    response: Dossier,
    errors: ["vault-locked", "unknown-template", "own-unit", "identifier-wrong"],
  }),

  get: channel({ request: ofDossier, response: Dossier, errors: ["vault-locked", ...caseCodes] }),

  /** Title, due day, host unit, fairness boxes and how certain it is that the records concern this very subject. */
  update: channel({
    request: ofDossier.extend({
      title: line(textLimits.title).min(1).optional(),
      dueDay: Day.nullable().optional(),
      hostUnit: line(unitLimit).optional(),
      fairness: Fairness.optional(),
      subjectIdentity: IdentityCertainty.optional(),
    }),
    response: Dossier,
    errors: changeCodes,
  }),

  /** Stores one field of the intake form. */
  setIntake: channel({
    request: ofDossier.extend({
      field: z.string().regex(/^[a-z][a-z_]{0,39}$/),
      value: text(textLimits.longText),
    }),
    response: Dossier,
    errors: [...changeCodes, "field-hidden"],
  }),

  /** Stores the triage; a depth below the one the rules give needs a reason. */
  setTriage: channel({
    request: ofDossier.extend({ triage: Triage }),
    response: Dossier,
    errors: [...changeCodes],
  }),

  addSubject: channel({
    request: ofDossier.extend({ subject: SubjectInput }),
    response: Dossier,
    errors: [...changeCodes, "identifier-wrong"],
  }),

  changeSubject: channel({
    request: ofDossier.extend({ subjectId: SubjectId, revision: z.int().positive(), subject: SubjectInput }),
    response: Dossier,
    errors: [...changeCodes, "unknown-subject", "stale-revision", "field-hidden", "identifier-wrong"],
  }),

  /** Removes a subject with its hits; the first subject stays. Asks for the passphrase again: there is no way back. */
  removeSubject: channel({
    request: ofDossier.extend({ subjectId: SubjectId, passphrase: Passphrase }),
    response: Dossier,
    errors: [...vaultCodes, ...caseCodes, "dossier-decided", "unknown-subject"],
  }),

  /** Answers one restricted value, which every other answer masks. Asks for the passphrase again; leaves a trace. */
  reveal: channel({
    request: ofField,
    response: z.object({ value: z.string() }),
    errors: [...vaultCodes, ...caseCodes, "unknown-field"],
  }),

  /** Puts one restricted value on the system's clipboard for 20 seconds; it does not pass through the window. */
  copyField: channel({
    request: ofField,
    response: z.object({}),
    errors: [...vaultCodes, ...caseCodes, "unknown-field"],
  }),

  /** Moves the dossier to another state; going back behind a decision needs a reason of 20 characters. */
  move: channel({
    request: ofDossier.extend({ to: DossierState, reason: text(textLimits.note) }),
    response: Dossier,
    errors: ["vault-locked", ...caseCodes, "move-refused"],
  }),
} as const;
