import { access } from "./calls/access.ts";
import { app } from "./calls/app.ts";
import { backup } from "./calls/backup.ts";
import { checklist } from "./calls/checklist.ts";
import { content } from "./calls/content.ts";
import { decision, paper } from "./calls/decision.ts";
import { dossiers } from "./calls/dossiers.ts";
import { drafts } from "./calls/drafts.ts";
import { evidence } from "./calls/evidence.ts";
import { health } from "./calls/health.ts";
import { history } from "./calls/history.ts";
import { intake } from "./calls/intake.ts";
import { keys } from "./calls/keys.ts";
import { lists } from "./calls/lists.ts";
import { people } from "./calls/people.ts";
import { practice } from "./calls/practice.ts";
import { profile } from "./calls/profile.ts";
import { identity, trail, verification } from "./calls/proof.ts";
import { questionnaires } from "./calls/questionnaires.ts";
import { reading } from "./calls/reading.ts";
import { recovery } from "./calls/recovery.ts";
import { risk } from "./calls/risk.ts";
import { scope } from "./calls/scope.ts";
import { scorecard } from "./calls/scorecard.ts";
import { screening } from "./calls/screening.ts";
import { search } from "./calls/search.ts";
import { second } from "./calls/second.ts";
import { tables } from "./calls/tables.ts";
import { templates } from "./calls/templates.ts";
import { vault } from "./calls/vault.ts";
import { windows } from "./calls/windows.ts";
import type { Client, Handlers } from "./channel.ts";

/** The one table of calls. Preload, client types, validation and contract tests are derived from it. */
export const calls = {
  app,
  content,
  vault,
  people,
  keys,
  access,
  windows,
  dossiers,
  drafts,
  tables,
  profile,
  checklist,
  scope,
  history,
  templates,
  questionnaires,
  evidence,
  reading,
  intake,
  lists,
  screening,
  scorecard,
  search,
  risk,
  decision,
  paper,
  identity,
  verification,
  trail,
  backup,
  health,
  recovery,
  second,
  practice,
} as const;

export type KuraClient = Client<typeof calls>;
export type KuraHandlers = Handlers<typeof calls>;
