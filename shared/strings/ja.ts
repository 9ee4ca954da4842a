import { common } from "./ja/common.ts";

/** Every word a person reads, in Japanese, by area. Patterns are ICU MessageFormat. */
export const ja = { common } as const;
