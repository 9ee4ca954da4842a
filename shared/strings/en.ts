import { access } from "./en/access.ts";
import { assessment } from "./en/assessment.ts";
import { audit } from "./en/audit.ts";
import { backup } from "./en/backup.ts";
import { checklist } from "./en/checklist.ts";
import { cli } from "./en/cli.ts";
import { common } from "./en/common.ts";
import { custody } from "./en/custody.ts";
import { decision } from "./en/decision.ts";
import { desk } from "./en/desk.ts";
import { dossier } from "./en/dossier.ts";
import { dossiers } from "./en/dossiers.ts";
import { draft } from "./en/draft.ts";
import { enquiry } from "./en/enquiry.ts";
import { error } from "./en/error.ts";
import { evidence } from "./en/evidence.ts";
import { evidenceform } from "./en/evidenceform.ts";
import { frame } from "./en/frame.ts";
import { health } from "./en/health.ts";
import { home } from "./en/home.ts";
import { host } from "./en/host.ts";
import { intake } from "./en/intake.ts";
import { lists } from "./en/lists.ts";
import { match } from "./en/match.ts";
import { measures } from "./en/measures.ts";
import { overview } from "./en/overview.ts";
import { paper } from "./en/paper.ts";
import { paperpage } from "./en/paperpage.ts";
import { passphrase } from "./en/passphrase.ts";
import { past } from "./en/past.ts";
import { people } from "./en/people.ts";
import { practice } from "./en/practice.ts";
import { questionnaire } from "./en/questionnaire.ts";
import { reading } from "./en/reading.ts";
import { reauth } from "./en/reauth.ts";
import { recovery } from "./en/recovery.ts";
import { restricted } from "./en/restricted.ts";
import { review } from "./en/review.ts";
import { risk } from "./en/risk.ts";
import { scope } from "./en/scope.ts";
import { scorecard } from "./en/scorecard.ts";
import { screening } from "./en/screening.ts";
import { search } from "./en/search.ts";
import { second } from "./en/second.ts";
import { selfcheck } from "./en/selfcheck.ts";
import { settings } from "./en/settings.ts";
import { shortcuts } from "./en/shortcuts.ts";
import { subjects } from "./en/subjects.ts";
import { templates } from "./en/templates.ts";
import { ties } from "./en/ties.ts";
import { trail } from "./en/trail.ts";
import { triage } from "./en/triage.ts";
import { ui } from "./en/ui.ts";
import { unlock } from "./en/unlock.ts";
import { verification } from "./en/verification.ts";
import { verify } from "./en/verify.ts";

/** Every word a person reads, in English, by area. Each area file must carry exactly the keys of its Japanese twin. */
export const en = {
  access,
  assessment,
  audit,
  backup,
  checklist,
  cli,
  common,
  custody,
  decision,
  desk,
  dossier,
  dossiers,
  draft,
  enquiry,
  error,
  evidence,
  evidenceform,
  frame,
  health,
  home,
  host,
  intake,
  lists,
  match,
  measures,
  overview,
  paper,
  paperpage,
  people,
  reauth,
  passphrase,
  past,
  restricted,
  questionnaire,
  practice,
  reading,
  recovery,
  review,
  risk,
  scope,
  scorecard,
  screening,
  second,
  search,
  selfcheck,
  settings,
  shortcuts,
  subjects,
  templates,
  ties,
  trail,
  triage,
  ui,
  unlock,
  verification,
  verify,
} as const;
