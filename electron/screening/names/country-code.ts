/** Names in use that the platform's region names do not give. */
const otherNames: Readonly<Record<string, string>> = {
  CN: "中華人民共和国|中华人民共和国|people's republic of china|prc|p.r.c.|p.r. china|china, people's republic of",
  TW: "taiwan, province of china|chinese taipei|中華民国|taiwan, china",
  HK: "香港|hong kong|hongkong|中国香港特別行政区",
  MO: "マカオ|macao|macau|澳门",
  KP: "北朝鮮|朝鮮民主主義人民共和国|dprk|democratic people's republic of korea|korea, north|north korea|朝鲜",
  KR: "韓国|大韓民国|republic of korea|south korea|korea, south|korea, republic of|rok|韩国",
  RU: "ロシア連邦|russian federation|russia",
  IR: "イラン・イスラム共和国|イラン|islamic republic of iran|iran, islamic republic of|iran (islamic republic of)|iran",
  SY: "シリア・アラブ共和国|syrian arab republic|syria",
  US: "米国|アメリカ|アメリカ合衆国|usa|u.s.a.|u.s.|united states of america|美国",
  GB: "英国|イギリス|uk|u.k.|great britain|united kingdom of great britain and northern ireland",
  AE: "アラブ首長国連邦|uae|u.a.e.|united arab emirates",
  AF: "アフガニスタン・イスラム共和国|アフガニスタン|islamic republic of afghanistan|islamic emirate of afghanistan",
  PK: "パキスタン・イスラム共和国|islamic republic of pakistan",
  BY: "ベラルーシ共和国|republic of belarus",
  VN: "ベトナム|ヴェトナム|viet nam|socialist republic of viet nam",
  TR: "トルコ|turkey|türkiye|turkiye|republic of turkey",
  LB: "レバノン共和国|lebanese republic",
  IQ: "イラク共和国|republic of iraq",
  MM: "ミャンマー|burma",
  CZ: "czech republic",
  CD: "drc|democratic republic of the congo",
  LA: "lao people's democratic republic",
  PS: "state of palestine|palestinian territory",
  VE: "bolivarian republic of venezuela|venezuela, bolivarian republic of",
};

function plain(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/^the /, "")
    .replace(/[\s\p{P}]+/gu, "");
}

/** Every name of a region in the languages of the lists, read from the platform's own tables once. */
function buildCodeTable(): ReadonlyMap<string, string> {
  const table = new Map<string, string>();
  const displays = ["ja", "en", "zh-Hans", "zh-Hant", "ko", "fr", "de"].map(
    (locale) => new Intl.DisplayNames([locale], { type: "region", fallback: "none" }),
  );
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  for (const first of letters) {
    for (const second of letters) {
      const code = first + second;
      // Codes for tests, private use and groups of states are no countries.
      if (/^(?:X[A-Z]|Q[M-Z]|ZZ|AA|EU|EZ|UN)$/.test(code) && code !== "XK") continue;
      for (const display of displays) addName(table, display.of(code), code);
    }
  }
  for (const [code, names] of Object.entries(otherNames))
    for (const name of names.split("|")) table.set(plain(name), code);
  return table;
}

function addName(table: Map<string, string>, name: string | undefined, code: string): void {
  if (name === undefined) return;
  const key = plain(name);
  // Retired codes come with the name of a present one; the first in the alphabet of present codes stays.
  if (!table.has(key)) table.set(key, code);
  if (!table.has(code.toLowerCase())) table.set(code.toLowerCase(), code);
}

let codeTable: ReadonlyMap<string, string> | undefined;

/** The ISO 3166 code of a country named in Japanese, English or Chinese, or given as its code. Nothing if it is not known. */
export function countryCode(name: string): string | undefined {
  codeTable ??= buildCodeTable();
  return codeTable.get(plain(name));
}
