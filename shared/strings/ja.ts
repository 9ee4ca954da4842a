import { common } from "./ja/common.ts";
import { error } from "./ja/error.ts";
import { host } from "./ja/host.ts";
import { risk } from "./ja/risk.ts";
import { paper } from "./ja/paper.ts";
import { ui } from "./ja/ui.ts";
import { verification } from "./ja/verification.ts";

/** Every word a person reads, in Japanese, by area. Patterns are ICU MessageFormat. */
export const ja = { common, error, host, risk, paper, ui, verification } as const;
