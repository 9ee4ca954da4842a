/** Sentences that are drawn up for the committee paper until a person writes others. */
export const draft = {
  request: "「{title}」について、{proposal}としてよいか。",
  accept:
    "定められた範囲の調査の結果、残余リスクは「{residual}」であり、通常の管理の下で実施して差し支えない。決裁者は{approver}とする。",
  mitigate:
    "{factors}について発生可能性が認められるが、別表の措置により残余リスクは「{residual}」に収まると見込まれる。着手前に必要な措置の履行確認を条件に実施を認める。決裁者は{approver}とする。",
  avoid:
    "{factors}について、採り得る措置を尽くしても許容範囲に収まらないため実施しない。扱う技術と現に負う義務に基づくものであり、国籍その他の属性を理由とするものではない。決裁者は{approver}とする。",
  pend: "判断に必要な確認が済んでいないため、判断を保留する。担当は{approver}とする。",
  escalate:
    "担当の権限で判断できる範囲を超えるため付議する。論点は{factors}である。残余リスクは「{residual}」。決裁者は{approver}とする。",
  noFactor: "特記する要因はない",
  outline: "{kind}。{subject}。{topic}技術の機微度{tier}（{tierReason}）、アクセスの程度{access}（{accessReason}）。",
  reasonUnset: "理由の記載なし",
  coverage:
    "深度は「{depth}」、充足度{percent}％（必須{required}件中{checked}件）、所要{minutes}分。照合したリストは{lists}版。{unknown, plural, =0 {確認できなかった項目はない。} other {確認できなかった項目は{items}。}}該当なしは、懸念がないことを証明するものではない。",
  scopeSigned: "全文は別紙1の末尾に置き、{name}が確かめて記名した。",
  toBeWritten: "（ここは担当者が書く）",
  signedAt: "署名日時 {at}",
  handlingClass: "機密性２（関係者限り）",
  officeUnset: "作成部署の記載なし",
  awaitingDecider: "未定",
  nameAlias: "{name}（同じ記載の別名。照合した表記は{script}）",
  nameOther: "{name}（別の表記。原表記は{script}）",
  nameSpelled: "{name}（翻字。原表記は{script}）",
  nameGeta: "{name}（〓は書体にない文字 {codes}）",
  nameUnseen: "{name}（見えない文字を除いた表記）",
} as const;
