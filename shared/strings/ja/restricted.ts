/** Fields that stay masked until somebody asks for them. */
export const restricted = {
  hidden: "限定された欄です。入力されていますが、隠しています。",
  reveal: "「{label}」を表示する",
  hide: "「{label}」を隠す",
  copy: "「{label}」を写し取る",
  revealTitle: "「{label}」を表示する",
  revealLead: "この画面に{seconds, number}秒間だけ表示します。表示したことは、操作の記録に残ります。",
  revealAct: "表示する",
  copyTitle: "「{label}」を写し取る",
  copyLead:
    "値をクリップボードに入れます。画面には出ません。{seconds, number}秒後と施錠のときに消します。写し取ったことは、操作の記録に残ります。",
  copyAct: "写し取る",
  copied: "クリップボードに入れました。{seconds, number}秒後に消します。",
} as const;
