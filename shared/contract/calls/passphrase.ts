import { z } from "zod";

/** A passphrase on its way in; kept in no store and in no log. */
export const Passphrase = z.string().min(1).max(1_024);
