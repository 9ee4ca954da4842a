/** A case: its kinds, its states, and the words pages of a case share. */
export const dossier = {
  "kind-person": "研究者等の採用・受入れ",
  "kind-institution": "共同研究・機関間連携",
  "kind-company": "企業・スタートアップとの連携",
  "kind-self-check": "自己点検",
  "state-draft": "作成中",
  "state-in-enquiry": "調査中",
  "state-awaiting-reply": "回答待ち",
  "state-ready": "付議準備完了",
  "state-with-committee": "付議中",
  "state-proposed": "承認待ち",
  "state-decided": "決定済み",
  "state-conditions-open": "条件履行待ち",
  "state-running": "実施中",
  "state-closed": "終了",
  frozen: "この案件は決定済みです。内容は変更できません。",
} as const;
