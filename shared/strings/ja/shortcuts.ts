/** Commands by key, the sheet that lists them, and the palette that finds them. */
export const shortcuts = {
  sheet: "キー操作の一覧",
  sheetHere: "この画面",
  sheetEverywhere: "どの画面でも",
  sheetNote:
    "文字を入力している間は、文字だけのキーは入力になります。日本語変換の Enter は変換の確定にだけ使われます。",
  palette: "探す・実行する",
  palettePlaceholder: "案件、画面、操作の名前",
  paletteNone: "当てはまるものがありません。別の言葉で探してください。",
  paletteCommands: "操作",
  paletteCases: "案件",
  undo: "直前の操作を元に戻す",
  lock: "施錠する",
  nextItem: "次の項目",
  previousItem: "前の項目",
  nextOpen: "次の未回答の項目へ",
  answer: "回答 {number} を選ぶ",
  evidence: "証拠を加える",
  note: "記述欄へ移る",
  defer: "後回しにする",
  goTo: "「{place}」へ移る",
  focusMode: "一問ずつ表示する",
} as const;
