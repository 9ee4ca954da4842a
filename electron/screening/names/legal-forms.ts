import { foldDiacritics, foldWidth } from "./character-folding.ts";

/**
 * Legal forms, by the class in which forms of different languages answer to each other. Our own list, from public
 * registers and general knowledge. Written without dots; ` ` separates words, `|` separates spellings.
 */
const wordForms: Readonly<Record<string, string>> = {
  "limited-company":
    "ltd|limited|co ltd|co limited|company limited|company ltd|llc|l l c|limited liability company|pte ltd|pty ltd|sdn bhd|bhd|" +
    "gmbh|ges m b h|gesmbh|mbh|ug|sarl|s a r l|srl|s r l|bv|b v|sprl|kft|sp z o o|sp z oo|spolka z o o|sro|s r o|doo|d o o|ood|" +
    "eood|oü|ou|sia|uab|lda|ltda|ooo|too|tov|ооо|тоо|тов|mchj|yk|ghk|gk|wll|fzco|fze|fz llc|dmcc|co pvt ltd|pvt ltd|" +
    "private limited|limited sirketi|ltd sti|tnhh",
  "stock-company":
    "inc|incorporated|corp|corporation|plc|public limited company|jsc|cjsc|ojsc|pjsc|joint stock company|" +
    "closed joint stock company|open joint stock company|public joint stock company|ag|kgaa|sa|s a|saoc|saog|spa|s p a|nv|n v|ab|" +
    "as|asa|oy|oyj|aps|a s|sae|kk|k k|kabushiki kaisha|kabushiki gaisha|co inc|ao|oao|zao|pao|ао|оао|зао|пао|пат|ат|pt|tbk|" +
    "anonim sirketi|psc|pjs|se|nyrt|zrt|ad|cp",
  company: "co|company|cie|compagnie|and co|& co|and company",
  partnership: "llp|lp|l p|kg|kommanditgesellschaft|gmbh and co kg|ohg|gbr|cv|snc|gp|ип",
  "state-enterprise": "fsue|fgup|fgbu|fgaou|gup|фгуп|фгбу|фгаоу|гуп|federal state unitary enterprise|state enterprise",
  association: "ev|e v|asbl|npo|ngo",
};

/** Forms written without spaces around them, longest first when they are looked for. */
const gluedForms: Readonly<Record<string, string>> = {
  "limited-company":
    "有限会社|有限會社|合同会社|有限責任会社|有限公司|有限责任公司|有限責任公司|유한회사|유한책임회사|㈲",
  "stock-company":
    "株式会社|株式會社|公開株式会社|非公開株式会社|公開型株式会社|閉鎖型株式会社|股份有限公司|股份公司|集团股份有限公司|集團股份有限公司|주식회사|㈜|㈱|㍿",
  company: "集团有限公司|集團有限公司|总公司|總公司|集团公司|集團公司|公司|コーポレーション|カンパニー",
  partnership: "合名会社|合資会社|有限責任事業組合|合伙企业|合夥企業|㈴|㈾",
  "state-enterprise": "連邦国家単一企業|連邦国家予算機関|国有企業",
  association: "一般社団法人|公益社団法人|社団法人|一般財団法人|公益財団法人|財団法人|特定非営利活動法人|㈳|㈶",
  "public-body":
    "国立研究開発法人|独立行政法人|地方独立行政法人|国立大学法人|公立大学法人|大学共同利用機関法人|学校法人|医療法人|宗教法人|社会福祉法人|㈻",
};

/** Forms abbreviated to a bracketed character or two, without their brackets. */
const bracketedForms: ReadonlyMap<string, string> = new Map(
  Object.entries({
    "limited-company": "有|同",
    "stock-company": "株|주",
    partnership: "名|資",
    association: "社|財|一社|公社|一財|公財",
    "public-body": "国研|独|国|学",
  }).flatMap(([form, spellings]) => spellings.split("|").map((spelling) => [spelling, form] as const)),
);

const formOfPhrase = new Map<string, string>(
  Object.entries(wordForms).flatMap(([form, phrases]) => phrases.split("|").map((phrase) => [phrase, form] as const)),
);

/** The longest legal form, in words. */
export const longestFormWords: number = Math.max(...[...formOfPhrase.keys()].map((phrase) => phrase.split(" ").length));

/** Forms that also stand before a name: ООО «…», JSC …, PT …, K.K. …. Any other form counts only at the end. */
const leadingForms = new Set(
  "ooo ооо ао ao oao оао zao зао pao пао jsc ojsc cjsc pjsc llc too тоо тов pt kk fsue фгуп fgup фгбу ип uab sia".split(
    " ",
  ),
);

const gluedByLength: readonly (readonly [string, string])[] = Object.entries(gluedForms)
  .flatMap(([form, spellings]) => spellings.split("|").map((spelling) => [spelling, form] as const))
  .sort(([a], [b]) => b.length - a.length);

/** The class of a bracketed form such as (株), or nothing. */
export function bracketedFormClass(word: string): string | undefined {
  return /^[(（].+[)）]$/.test(word) ? bracketedForms.get(word.slice(1, -1)) : undefined;
}

/** A spelling of the word that legal forms are looked up by: no width, case, accents or dots. */
export function formWord(word: string): string {
  return foldDiacritics(foldWidth(word).toLowerCase()).replace(/[.']/g, "");
}

/** The class of a form spelled by these words (as `formWord` gives them), or nothing. */
export function wordFormClass(words: readonly string[]): string | undefined {
  return formOfPhrase.get(words.join(" "));
}

/** Whether a one-word form may stand before the name. */
export function isLeadingForm(word: string): boolean {
  return leadingForms.has(word);
}

/** A legal form found at one end of a text, and what is left of the text. */
export interface GluedForm {
  readonly form: string;
  readonly spelling: string;
  readonly end: "start" | "finish";
  readonly rest: string;
}

/** Finds a legal form at the start or finish of a word that carries no space, provided something is left beside it. */
export function findGluedForm(word: string): GluedForm | undefined {
  for (const [spelling, form] of gluedByLength) {
    if (word.length <= spelling.length) continue;
    if (word.endsWith(spelling)) return { form, spelling, end: "finish", rest: word.slice(0, -spelling.length) };
    if (word.startsWith(spelling)) return { form, spelling, end: "start", rest: word.slice(spelling.length) };
  }
  return undefined;
}

/** The class of a word that is nothing but a glued form, such as 株式会社 set off by a space. */
export function wholeGluedForm(word: string): string | undefined {
  return gluedByLength.find(([spelling]) => spelling === word)?.[1];
}
