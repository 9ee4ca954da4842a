import { foldEveryVariant } from "./han-variants.ts";

/** Words that many bodies share: alone they never make a hit. Lower case, after abbreviations are written out. */
const genericLatin = new Set(
  (
    "academy administration agency aerospace agricultural agriculture applied area association authority automation aviation bank board body branch bureau " +
    "business capital center central chemical city college commerce commercial commission committee communication communications company " +
    "computer construction consulting control cooperation corporation council country defense department design development digital division education " +
    "electric electrical electronic electronics energy engineering enterprise enterprises equipment establishment exchange export factory faculty " +
    "federal federation finance financial firm foreign foundation fund general global government group health high holding holdings hospital " +
    "import independent industrial industries industry information innovation institute institution insurance international investment " +
    "investments laboratories laboratory limited logistics machinery management manufacturing marine maritime marketing materials medical " +
    "medicine metal military mining ministry national natural networks new no nuclear number office oil organization park physics plant power " +
    "precision private product production products project public republic research resources scheme school science sciences scientific " +
    "sea service services ship shipping shipyard society software solutions space state station studies supply support system systems " +
    "technical technological technologies technology telecom telecommunications trade trading transport union united university welfare " +
    "works workshop world"
  ).split(" "),
);

/** The same for unspaced scripts, as parts of a word; longest first when they are taken out. */
const genericParts: readonly string[] = (
  "大学校 大学院 大学 大學 大专 学院 學院 学校 學校 学部 学科 研究開発 研究开发 研究所 研究院 研究室 研究中心 研究センター 研究 科学技術 科学技术 科學技術 科学院 科学 科學 " +
  "科技 技術 技术 工業 工业 工程 工科 工学 企業 企业 実業 實業 实业 商事 商社 商业 商業 贸易 貿易 有限 集団 集团 集團 総合 综合 綜合 国際 国际 國際 国立 國立 国家 " +
  "國家 公司 会社 會社 中心 センター 機構 机构 機関 协会 協会 協會 学会 學會 財団 基金会 基金 委員会 委员会 事務所 事业 事業 製作所 制造 製造 設備 设备 電子 电子 " +
  "情報 信息 通信 开发 開発 開發 発展 发展 發展 投資 投资 控股 ホールディングス グループ テクノロジー システムズ システム サービス インターナショナル コーポレーション エンジニアリング " +
  "産業 产业 產業 工場 工厂 廠 厂 部 局 省 庁 院 所 室"
)
  .split(" ")
  .sort((a, b) => b.length - a.length);

/** Single characters are generic only as a whole word, not inside a longer run. */
const foldedGenericParts: readonly string[] = [...new Set(genericParts.map(foldEveryVariant))].filter(
  (part) => part.length > 1,
);

const abbreviations: ReadonlyMap<string, string> = new Map(
  (
    "inst institute|insts institutes|univ university|tech technology|technol technology|sci science|acad academy|natl national|nat national|" +
    "intl international|int international|dept department|lab laboratory|labs laboratories|res research|ctr center|centre center|cent center|" +
    "eng engineering|engg engineering|dev development|govt government|min ministry|mfg manufacturing|mgmt management|assn association|" +
    "assoc association|soc society|hosp hospital|org organization|organisation organization|defence defense|ind industrial|inds industries|" +
    "indus industries|elec electronics|telecom telecommunications|fac faculty|sch school|coll college|fdn foundation|bur bureau|" +
    "admin administration|div division|hldg holding|hldgs holdings|svc service|svcs services|sys systems|grp group|bros brothers|gen general"
  )
    .split("|")
    .map((pair): readonly [string, string] => {
      const [short = "", long = ""] = pair.split(" ");
      return [short, long];
    }),
);

const organisationFillers = new Set(
  "the of and for to in at de du des del della di da do dos la le les el los las l d et und der die das den y e i on named after".split(
    " ",
  ),
);

const personFillers = new Set("mr mrs ms miss dr prof professor sir madam".split(" "));

/** The word an abbreviation stands for in names of bodies, or nothing. Takes lower case without dots. */
export function abbreviatedWord(word: string): string | undefined {
  return abbreviations.get(word);
}

/** Words left out of comparison: articles and prepositions in names of bodies, titles before names of persons. */
export function isFillerWord(word: string, ofPerson: boolean): boolean {
  return (ofPerson ? personFillers : organisationFillers).has(word);
}

/** Whether a lower-case word is made of generic words only, such as `institute` or 科技大学. */
export function isGenericWord(word: string): boolean {
  if (/^[\p{ASCII}]*$/u.test(word)) return genericLatin.has(word);
  let rest = word;
  for (const part of genericParts) rest = rest.replaceAll(part, "");
  return rest === "";
}

/** Which characters of a run without spaces belong to generic words; one answer for each character. */
export function genericCharacters(run: string): readonly boolean[] {
  const marks: boolean[] = new Array<boolean>([...run].length).fill(false);
  for (const part of foldedGenericParts) {
    for (let from = run.indexOf(part); from >= 0; from = run.indexOf(part, from + part.length)) {
      const start = [...run.slice(0, from)].length;
      for (let at = start; at < start + [...part].length; at += 1) marks[at] = true;
    }
  }
  return marks;
}
