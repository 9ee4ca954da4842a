/** One text that somebody may paste, or send to do harm. */
export interface HostileText {
  readonly name: string;
  readonly text: string;
}

/** Texts of every kind that a field must either keep to the last unit or refuse. */
export const hostileTexts: readonly HostileText[] = [
  { name: "markup", text: `<img src=x onerror=alert(1)><script>alert("蔵")</script>&lt;&#x202e;` },
  { name: "marks that turn the direction", text: "\u202Eabc\u2066def\u2069\u200F" },
  { name: "a spreadsheet formula", text: `=HYPERLINK("file:///x","架空")+@SUM(A1:A9)` },
  { name: "a hundred kilobytes", text: "長".repeat(100_000) },
  { name: "the first half of a surrogate pair", text: "吉\uD842" },
  { name: "the second half of a surrogate pair", text: "\uDFB7野" },
  { name: "a character beyond the first plane", text: "𠮷野 髙﨑" },
  { name: "a variation selector", text: "葛󠄀城" },
  { name: "a NUL", text: "前\u0000後" },
  { name: "signs without width", text: "ゼ\u200Bロ\u200D幅\uFEFF" },
  { name: "terminal control", text: "\u001B[31m赤\u0007" },
  { name: "half-width kana and combining marks", text: "ﾊﾝｶｸ か\u3099 Z\u0300\u0301\u0302\u0303" },
  { name: "an emoji of several people", text: "👩\u200D👩\u200D👧" },
  { name: "a path", text: "../../../etc/passwd" },
  { name: "SQL", text: `'; DROP TABLE dossier; --` },
  { name: "the name of a prototype", text: "__proto__" },
  { name: "a pattern of the message format", text: "{minimum, number} {x, select, other {#}} %s %n" },
  { name: "nothing but a space", text: "\u3000" },
  { name: "nothing", text: "" },
];
