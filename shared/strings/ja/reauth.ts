/** Asking for the passphrase again. */
export const reauth = {
  passphrase: "金庫のパスフレーズ",
  why: "本人であることを確かめるため、もう一度入力してください。",
  purpose: "目的",
  purposeHelp: "操作の記録に残ります。",
  choose: "選んでください",
  checking: "パスフレーズを確かめています",
  takes: "約{seconds, number, ::.0}秒",
} as const;
