/** Questionnaires sent out of a case as workbooks, and the replies that come back. */
export const questionnaire = {
  sheetName: "照会票",
  sheetTitle: "照会票",
  sheetFor: "{recipient} 宛て（案件番号 {number}）",
  sheetDue: "回答の期限：{day}",
  sheetHow:
    "右の二つの欄に御記入のうえ、このファイルのままお返しください。見出しの行と「ID」の列は、消さず、書き換えないでください。行は並べ替えて構いません。",
  sheetNumber: "番号",
  sheetQuestion: "確認したいこと",
  sheetExplanation: "御説明",
  sheetFact: "事実と裏付けとなる資料",
  origin: "〔照会票への回答：{recipient}、{day}取込み〕",
} as const;
