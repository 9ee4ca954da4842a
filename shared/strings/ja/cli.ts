/** 画面のない端末で使う `kura` の言葉。 */
export const cli = {
  helpHead: "kura – 蔵を画面なしで確かめ、控えを取ります。\n使い方: kura 命令 [ファイル…] [--vault フォルダー]",
  helpOptions:
    "共通の指定:\n  --vault フォルダー     金庫のフォルダー。パスフレーズを端末で尋ねます\n  --key-file ファイル    パスフレーズに添える鍵ファイル\n  --passphrase-stdin     パスフレーズを標準入力の一行目から読みます\n  --json                 結果を一行のJSONで出します\n  --lang ja|en           言葉\n終了コード: 0 問題なし、1 問題を見つけた、2 使い方の誤り、3 行えなかった",
  tryHelp: "使い方は kura help で示します。",
  "short-verify-pdf": "署名付き付議資料を検証する",
  "short-verify-trail": "操作の記録（書き出したもの、又は金庫の中）を検証する",
  "help-verify-pdf":
    "kura verify-pdf ファイル… [--vault フォルダー]\n署名付き付議資料を検証します。金庫を指定すると、その金庫が信頼する発行元で判定します。",
  "help-verify-trail":
    "kura verify-trail 書き出した記録.json\nkura verify-trail --vault フォルダー\n操作の記録のつながりと署名を検証します。案件の内容は開きません。",
  askPassphrase: "パスフレーズ: ",
  "misuse-unknown-command": "「{word}」という命令はありません。",
  "misuse-unknown-option": "「{word}」という指定はありません。又は、値がありません。",
  "misuse-unknown-language": "言葉は ja か en です（{word}）。",
  "misuse-no-command": "命令がありません。",
  "misuse-no-file": "ファイルを一つ以上指定してください。",
  "misuse-no-vault": "--vault で金庫のフォルダーを指定してください。",
  "misuse-no-passphrase":
    "パスフレーズを読み取れません。端末で実行するか、--passphrase-stdin を付けて標準入力から渡してください。",
  signedBy: "署名者 {name}（指紋 {fingerprint}）",
  trailWhole: "操作の記録は、{count, number}件すべてがつながっています。",
  trailNotWhole: "操作の記録に問題が見つかりました。正しくつながるのは初めの{count, number}件です。",
  trailHead: "末尾のハッシュ {head}（署名で裏付けられるのは{signed, number}件目まで）",
  "short-check": "金庫の健全性を点検する",
  "short-backup": "検査済みの控えを取る",
  "help-check":
    "kura check --vault フォルダー\nページの符号、参照、証拠のハッシュ、操作の記録、控え、空き容量などを点検します。",
  "help-backup":
    "kura backup --vault フォルダー [--to フォルダー]\n控えを作り、開いて検査してから残します。--to を付けると、そのフォルダーに作り、以後の控えの置き場所にもします。",
  backupMade:
    "控えを作り、開いて検査しました（{megabytes, number} MB、大きな証拠{objects, number}件、操作の記録{count, number}件）。",
  backupMissing: "大きな証拠{missing, number}件は、金庫にもファイルがありません。",
  spaceLow: "金庫のディスクの空きが少なくなっています（{megabytes, number} MB）。",
  "misuse-no-file-or-vault": "書き出した記録のファイルか、--vault で金庫を指定してください。",
  trailOf: "金庫 {vaultId} の操作の記録（{at}、{by}が書き出したもの）",
  "export-too-large": "ファイルが大きすぎるため、検証しませんでした。",
  "export-newer": "より新しい版のアプリが書き出した記録のため、検証できません。",
  "export-unreadable": "書き出した操作の記録として読み取れません（{line, number}行目）。",
} as const;
