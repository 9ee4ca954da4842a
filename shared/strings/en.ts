import { audit } from "./en/audit.ts";
import { common } from "./en/common.ts";
import { dossier } from "./en/dossier.ts";
import { draft } from "./en/draft.ts";
import { error } from "./en/error.ts";
import { frame } from "./en/frame.ts";
import { host } from "./en/host.ts";
import { paper } from "./en/paper.ts";
import { risk } from "./en/risk.ts";
import { screening } from "./en/screening.ts";
import { shortcuts } from "./en/shortcuts.ts";
import { ui } from "./en/ui.ts";
import { unlock } from "./en/unlock.ts";
import { verification } from "./en/verification.ts";

/** Every word a person reads, in English, by area. Each area file must carry exactly the keys of its Japanese twin. */
export const en = {
  audit,
  common,
  dossier,
  draft,
  error,
  frame,
  host,
  paper,
  risk,
  screening,
  shortcuts,
  ui,
  unlock,
  verification,
} as const;
