/** The overview of a self-check. */
export const selfcheck = {
  title: "自己点検のまとめ",
  lead: "点ごとの実施の程度です。点数による評価や順位付けには用いません。",
  toChecklist: "点検項目へ",
  byPoint: "点ごとの状況",
  words: "回答 {answered, number}/{items, number}件　実施の程度 {level, number}/{levelMax, number}",
} as const;
