import { z } from "zod";
import { Content } from "../../domain/content/content.ts";
import { channel } from "../channel.ts";

export const content = {
  /** Everything that ships with the app: templates, vocabulary, factors, scoring policy, measures, wording. */
  get: channel({ request: z.strictObject({}), response: Content, errors: [] }),
} as const;
