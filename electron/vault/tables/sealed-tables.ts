/** Where a table keeps what a case holds: everything in these columns is sealed while the case is restricted. */
export interface SealedTable {
  readonly name: string;
  /** Picks a case's rows; its one `?` is the case's id. */
  readonly whose: string;
  /** What tells a case's rows apart, as column names in the order of the primary key; content is sealed for its row alone. */
  readonly key: readonly string[];
  /** Key columns that are content themselves: sealed the same way each time, so that they can be searched. */
  readonly steady?: readonly string[];
  readonly text?: readonly string[];
  readonly bytes?: readonly string[];
  /** The column with the key of the object that `object_id` names. */
  readonly objectKey?: string;
}

const ofCase = "dossier_id = ?";

/**
 * Every table that holds content of cases, with the columns that are content. Ids, numbers, kinds, states, times, sizes,
 * revisions and the names of those who acted stay in clear. A test walks the schema: a text or blob column of a table with a
 * case stands either here or on that test's list of columns that may stay in clear.
 */
export const sealedTables = {
  dossier: {
    name: "dossier",
    whose: "id = ?",
    key: [],
    text: [
      "title",
      "triage",
      "depth",
      "depth_by_rule",
      "subject_identity",
      "intake",
      "fairness",
      "due_day",
      "host_unit",
    ],
  },
  move: { name: "dossier_move", whose: ofCase, key: ["number"], text: ["reason"] },
  subject: { name: "subject", whose: ofCase, key: ["id"], text: ["body"] },
  profileEntry: { name: "profile_entry", whose: ofCase, key: ["id"], text: ["body"] },
  subjectLink: { name: "subject_link", whose: ofCase, key: ["id"], text: ["body"] },
  subjectSameness: { name: "subject_sameness", whose: ofCase, key: ["id"], text: ["body"] },
  answer: { name: "answer", whose: ofCase, key: ["item_id"], steady: ["item_id"], text: ["choice", "body"] },
  answerHistory: {
    name: "answer_history",
    whose: ofCase,
    key: ["item_id", "revision"],
    steady: ["item_id"],
    text: ["body", "reason"],
  },
  caseHistory: {
    name: "case_history",
    whose: ofCase,
    key: ["place", "row_id", "number"],
    steady: ["row_id"],
    text: ["body", "reason"],
  },
  casePoint: { name: "case_point", whose: ofCase, key: ["number"], text: ["name", "mark"] },
  evidence: {
    name: "evidence",
    whose: ofCase,
    key: ["id"],
    text: ["details", "file_name", "media_type", "sha256", "standing"],
    objectKey: "object_key",
  },
  evidenceBody: {
    name: "evidence_body",
    whose: "evidence_id IN (SELECT id FROM evidence WHERE dossier_id = ?)",
    key: ["evidence_id"],
    bytes: ["body"],
  },
  evidenceItem: { name: "evidence_item", whose: ofCase, key: ["item_id", "evidence_id"], steady: ["item_id"] },
  evidenceText: { name: "evidence_text", whose: ofCase, key: ["evidence_id", "part"], text: ["label", "text"] },
  evidenceTextState: { name: "evidence_text_state", whose: ofCase, key: ["evidence_id"], text: ["state", "reason"] },
  evidenceMark: { name: "evidence_mark", whose: ofCase, key: ["id"], text: ["body"] },
  evidenceMarkItem: { name: "evidence_mark_item", whose: ofCase, key: ["item_id", "mark_id"], steady: ["item_id"] },
  evidenceTouch: { name: "evidence_touch", whose: ofCase, key: ["number"], text: ["body", "hash"] },
  measure: { name: "measure", whose: ofCase, key: ["measure_id"], steady: ["measure_id"], text: ["status", "body"] },
  gate: {
    name: "gate",
    whose: ofCase,
    key: ["gate_id"],
    steady: ["gate_id"],
    text: ["setting", "reason", "second_person"],
  },
  run: { name: "screening_run", whose: ofCase, key: ["run"], text: ["body"] },
  hit: {
    name: "screening_hit",
    whose: ofCase,
    key: ["id"],
    text: ["entry_key", "entry_hash", "body", "disposition", "judgement"],
  },
  verdict: { name: "screening_verdict", whose: ofCase, key: ["id"], text: ["entry_key", "body"] },
  pastHits: { name: "screening_past", whose: ofCase, key: ["run"], text: ["body"] },
  watch: { name: "rescreening_watch", whose: ofCase, key: [], text: ["body"] },
  notice: { name: "rescreening_notice", whose: ofCase, key: ["number"], text: ["body"] },
  scope: { name: "scope_statement", whose: ofCase, key: [], text: ["body"] },
  paperDraft: { name: "paper_draft", whose: ofCase, key: [], text: ["body"] },
  decision: {
    name: "decision",
    whose: ofCase,
    key: ["id"],
    text: ["review_day", "body", "snapshot", "snapshot_hash"],
  },
  approval: { name: "decision_approval", whose: ofCase, key: ["decision_id"], text: ["body"] },
  declaration: { name: "dossier_declaration", whose: ofCase, key: ["person_id", "number"], text: ["note"] },
  caseUpgrade: { name: "case_upgrade", whose: ofCase, key: ["number"], text: ["body"] },
  questionnaire: { name: "questionnaire", whose: ofCase, key: ["id"], text: ["body"] },
  questionnaireReply: { name: "questionnaire_reply", whose: ofCase, key: ["id"], text: ["body"] },
  draft: { name: "draft", whose: ofCase, key: ["person_id", "form"], text: ["body"] },
  secondReview: { name: "second_review", whose: ofCase, key: ["id"], text: ["body"] },
  secondReading: {
    name: "second_reading",
    whose: ofCase,
    key: ["review_id", "item_id"],
    steady: ["item_id"],
    text: ["body"],
  },
  secondSettlement: { name: "second_settlement", whose: ofCase, key: ["review_id", "number"], text: ["body"] },
  report: { name: "report", whose: ofCase, key: ["id"], text: ["data_sha256", "file_sha256"] },
  reportBody: {
    name: "report_body",
    whose: "report_id IN (SELECT id FROM report WHERE dossier_id = ?)",
    key: ["report_id"],
    bytes: ["body"],
  },
  desk: { name: "desk_case", whose: ofCase, key: [], text: ["body"] },
} as const satisfies Readonly<Record<string, SealedTable>>;
