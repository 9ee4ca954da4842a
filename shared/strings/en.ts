import { common } from "./en/common.ts";
import { error } from "./en/error.ts";
import { host } from "./en/host.ts";
import { risk } from "./en/risk.ts";
import { paper } from "./en/paper.ts";
import { ui } from "./en/ui.ts";
import { verification } from "./en/verification.ts";

/** Every word a person reads, in English, by area. Each area file must carry exactly the keys of its Japanese twin. */
export const en = { common, error, host, risk, paper, ui, verification } as const;
