import { z } from "zod";

/** A passphrase on its way in; kept in no store and in no log. */
export const Passphrase = z.string().min(1).max(1_024);

/** Whether a key file goes with the passphrase; the host asks for it in a dialog, so that the page never holds its bytes. */
export const KeyFileWanted = z.boolean().default(false);
