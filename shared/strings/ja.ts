import { audit } from "./ja/audit.ts";
import { common } from "./ja/common.ts";
import { dossier } from "./ja/dossier.ts";
import { draft } from "./ja/draft.ts";
import { error } from "./ja/error.ts";
import { frame } from "./ja/frame.ts";
import { host } from "./ja/host.ts";
import { paper } from "./ja/paper.ts";
import { risk } from "./ja/risk.ts";
import { screening } from "./ja/screening.ts";
import { shortcuts } from "./ja/shortcuts.ts";
import { ui } from "./ja/ui.ts";
import { unlock } from "./ja/unlock.ts";
import { verification } from "./ja/verification.ts";

/** Every word a person reads, in Japanese, by area. Patterns are ICU MessageFormat. */
export const ja = {
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
