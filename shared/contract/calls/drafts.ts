import { z } from "zod";
import { FormDraft, FormName } from "../../domain/form-draft.ts";
import { DossierId } from "../../domain/ids.ts";
import { channel } from "../channel.ts";
import { caseCodes } from "../errors.ts";

/** Null stands for the form of a case that is not there yet. */
const ofForm = z.strictObject({ dossierId: DossierId.nullable(), form: FormName });
const entryCodes = ["vault-locked", ...caseCodes] as const;

/** Half-written forms: one per person, case and form. A draft is no event and leaves no trace. */
export const drafts = {
  /** Keeps a form as it stands; replaces what was kept before. `bad-request` when the body is no JSON. */
  keep: channel({
    request: ofForm.extend({ body: FormDraft.shape.body }),
    response: z.object({}),
    errors: entryCodes,
  }),

  read: channel({
    request: ofForm,
    response: z.object({ draft: FormDraft.nullable() }),
    errors: entryCodes,
  }),

  /** Forgets a form that was saved or discarded. */
  drop: channel({ request: ofForm, response: z.object({}), errors: entryCodes }),
} as const;
