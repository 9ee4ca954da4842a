import { foldWord } from "./word-folding.ts";

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/).map(foldWord));
}

/** Words that join the parts of a person's name and are often left out or written differently. */
const particles = wordSet(
  "al el ul il ad as ash ar at az an ed es er ez bin ben ibn bint binti binte bn abu abou abi aba abd abdul abdel abdal abdu abdoul " +
    "umm oum ould wuld ait aal aali von vom van der den dem de del della dello di da do dos das du des la le las los y e zu zum zur " +
    "ter ten te af av ap ab mac mc st saint santa san oglu ogly oglou kyzy kizi qizi uulu ugli bar bat dit de la het t o " +
    "ال بن ابن بنت ابو ابي ام عبد ال آل ولد פון בן בת ди да де ван фон бин аль эль ибн абу оглы кызы",
);

/** Titles, ranks and forms of address, in the languages lists are printed in; never part of a name. */
const titles = wordSet(
  "mr mrs ms miss mister dr doctor prof professor sir madam madame monsieur mme mlle herr frau senor senora don dona dato datuk " +
    "tan sri tun lord lady dame baron count prince princess king queen president minister chairman director general gen col " +
    "colonel major maj captain capt cpt lt lieutenant admiral adm brigadier brig marshal commander cmdr sgt sergeant hon " +
    "honourable honorable rev reverend father bishop pope haji hajji hadji al-haj alhaj hajj sheikh shaikh shaykh sheykh cheikh " +
    "mullah mulla maulavi mawlawi maulana mawlana molvi qari hafiz ustad ustadh imam ayatollah hojatoleslam hojjatoleslam hodjatoleslam sayyid sayyed seyyed seyed saiyid syed haj ing eng engr " +
    "jr sr junior senior phd md esq ii iii iv dipl mag shri smt pandit u daw " +
    "г-н г-жа господин госпожа др проф генерал полковник 氏 様 殿 先生 博士 教授 女士 小姐 씨 님 박사 교수 위원장 대통령 장관 사장 회장 선생 سيد الشيخ شيخ الحاج حاج دكتور دكتر ملا مولوي นาย นาง นางสาว ดร",
);

/** Legal forms that lists and forms sometimes carry behind a person. */
const formsBehindPersons = wordSet("llc ltd inc gmbh corp plc sa");

/** Whether a folded word joins parts of a person's name. */
export function isParticle(word: string): boolean {
  return particles.has(word);
}

/** Whether a folded word is a title, or a legal form at the end of a person's name. */
export function isTitle(word: string, last: boolean): boolean {
  return titles.has(word) || (last && formsBehindPersons.has(word));
}

/** Thai forms of address stand before the name without a space: นายวิชัย. A vowel behind would make it part of the name. */
export function withoutThaiTitle(word: string): string {
  return word.replace(/^(?:นางสาว|นาย)(?=[ก-ฮเแโใไ].)/u, "");
}
