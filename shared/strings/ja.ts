import { access } from "./ja/access.ts";
import { assessment } from "./ja/assessment.ts";
import { audit } from "./ja/audit.ts";
import { backup } from "./ja/backup.ts";
import { checklist } from "./ja/checklist.ts";
import { cli } from "./ja/cli.ts";
import { common } from "./ja/common.ts";
import { custody } from "./ja/custody.ts";
import { decision } from "./ja/decision.ts";
import { desk } from "./ja/desk.ts";
import { dossier } from "./ja/dossier.ts";
import { dossiers } from "./ja/dossiers.ts";
import { draft } from "./ja/draft.ts";
import { enquiry } from "./ja/enquiry.ts";
import { error } from "./ja/error.ts";
import { evidence } from "./ja/evidence.ts";
import { evidenceform } from "./ja/evidenceform.ts";
import { frame } from "./ja/frame.ts";
import { health } from "./ja/health.ts";
import { home } from "./ja/home.ts";
import { host } from "./ja/host.ts";
import { intake } from "./ja/intake.ts";
import { lists } from "./ja/lists.ts";
import { match } from "./ja/match.ts";
import { measures } from "./ja/measures.ts";
import { overview } from "./ja/overview.ts";
import { paper } from "./ja/paper.ts";
import { paperpage } from "./ja/paperpage.ts";
import { passphrase } from "./ja/passphrase.ts";
import { past } from "./ja/past.ts";
import { people } from "./ja/people.ts";
import { practice } from "./ja/practice.ts";
import { questionnaire } from "./ja/questionnaire.ts";
import { reading } from "./ja/reading.ts";
import { reauth } from "./ja/reauth.ts";
import { recovery } from "./ja/recovery.ts";
import { restricted } from "./ja/restricted.ts";
import { review } from "./ja/review.ts";
import { risk } from "./ja/risk.ts";
import { scope } from "./ja/scope.ts";
import { scorecard } from "./ja/scorecard.ts";
import { screening } from "./ja/screening.ts";
import { search } from "./ja/search.ts";
import { second } from "./ja/second.ts";
import { selfcheck } from "./ja/selfcheck.ts";
import { settings } from "./ja/settings.ts";
import { shortcuts } from "./ja/shortcuts.ts";
import { subjects } from "./ja/subjects.ts";
import { templates } from "./ja/templates.ts";
import { ties } from "./ja/ties.ts";
import { trail } from "./ja/trail.ts";
import { triage } from "./ja/triage.ts";
import { ui } from "./ja/ui.ts";
import { unlock } from "./ja/unlock.ts";
import { verification } from "./ja/verification.ts";
import { verify } from "./ja/verify.ts";

/** Every word a person reads, in Japanese, by area. Patterns are ICU MessageFormat. */
export const ja = {
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
