import type { BenchPair } from "./bench-pair.ts";

/** Pairs chosen by hand because rules of thumb get them wrong: `a = b` one name, `a # b` two. Nobody is meant. */
const people = `
髙橋 健 = 高橋健
髙﨑 誠 = 高崎 誠
𠮷田 茂 = 吉田茂
葛󠄀城 実 = 葛城 實
渡邉 花子 = 渡辺花子
齋藤 学 = 斉藤 學
辻󠄀 一郎 = 辻 一郎
濱﨑 歩 = 浜崎 歩
佐々木 浩 = 佐佐木 浩
ﾜﾀﾅﾍﾞ ﾊﾅｺ = ワタナベ ハナコ
ｵｵﾉ ｹﾝ = オオノ ケン
おおの けん = OHNO Ken
おおの けん = Ken Ōno
大野 健 = Ken Ohno
小野 健 = Ken Ono
井上 純一 = Jun'ichi Inoue
井上 純一 = JUNICHI INOUE
純一 本間 = Junichi HOMMA
本間 純一 = Honma Junichi
南部 新平 = Shimpei Nambu
難波 新平 = Shinpei Nanba
庄司 譲治 = Shôzi Zyôzi
庄司 譲治 = SHOJI Joji
土屋 千鶴 = Tuchiya Chizuru
土屋 千鶴 = Tsuchiya Chiduru
伊藤 ゆう子 = Itoh Yuko
伊藤 ゆう子 = Yuuko Itou
東海林 太郎 = Taro Shoji
勅使河原 蒼 = Teshigawara Aoi
長谷川 潤 = Hasegawa Jun
五十嵐 力 = Chikara Igarashi
服部 半蔵 = Hattori Hanzo
八幡 一 = Yahata Hajime
八幡 一 = Yawata Hajime
羽生 結 = Hanyu Yui
神戸 翔 = Kanbe Sho
神戸 翔 = Kambe Shou
三枝 夕子 = Saegusa Yuko
小鳥遊 六花 = Takanashi Rikka
月見里 薫 = Yamanashi Kaoru
林 = Hayashi
関 一 = Seki Hajime
辻 = Tsuji
東 航 = Higashi Wataru
東 航 = Azuma Wataru
河野 太一 = Kono Taichi
河野 太一 = Kawano Taichi
新谷 真 = Shintani Makoto
新谷 真 = Araya Makoto
大谷 翔 = Ohtani Sho
大谷 翔 = Otani Sho
一ノ瀬 樹 = Ichinose Itsuki
三ツ井 樹 = Mitsui Itsuki
佐藤 健 # 佐藤 健一
佐藤 健 # 佐藤 健太
佐藤 健 # 佐東 健
Sato Ken # Sato Kenichi
Sato Ken # Sato Kenta
大野 健 # 小野 健
おおの けん # おの けん
太田 剛 # 多田 剛
大田 剛 # 太田 剛
伊東 学 # 伊藤 学
阿部 学 # 安倍 学
菊地 蓮 # 菊池 蓮
川崎 蓮 # 河崎 蓮
小沢 茂 # 大沢 茂
中村 実 # 中林 実
田中 一郎 # 田中 二郎
田中 一郎 # 田中 三郎
Tanaka Ichiro # Tanaka Jiro
山田 花子 # 山田 華子
山本 昭 # 山元 昭
Yamamoto Akira # Yamato Akira
高木 進 # 高本 進
木村 進 # 本村 進
末永 進 # 未永 進
土田 昇 # 士田 昇
張偉 # 章偉
张伟 # 章伟
张伟 = 張偉
张伟 = Zhang Wei
張偉 = CHANG Wei
章伟 = Zhang Wei
李娜 # 李丽
王小明 # 王晓明
王小明 = Wang Xiaoming
王小明 = Hsiao-ming Wang
欧阳娜 = Ouyang Na
諸葛亮明 = 诸葛亮明
諸葛亮明 = Zhuge Liangming
曾庆红云 = Zeng Qinghongyun
单于飞 = Shan Yufei
吕绿 = Lü Lü
吕绿 = Lyu Lyu
陳大文 = Chan Tai Man
陳大文 = 陈大文
黃美玲 = Wong Mei Ling
吳國強 = Ng Kwok Keung
鄭家輝 = Cheng Ka Fai
林志明 = Lam Chi Ming
林志明 = Lin Zhiming
김영희 = Kim Young-hee
김영희 = Kim Yeong Hui
이현우 = Lee Hyun-woo
이현우 = Yi Hyeonu
이현우 = Rhee Hyunwoo
박정호 = Park Jung-ho
박정호 = Pak Chŏngho
최은주 = Choi Eun-joo
최은주 = Choe Ŭnju
정수진 = Jeong Su-jin
정수진 = Chung Soo-jin
리철수 = Ri Chol Su
남궁민 = Namkoong Min
김영희 # 김영호
이현우 # 이현주
박정호 # 박종호
Sergei Ivanov = Сергей Иванов
Юрий Щербаков = Yuriy Shcherbakov
Наталья Королёва = Natalia Koroleva
セルゲイ・イワノフ = Sergei Ivanov
アレクサンドル・ペトロフ = Aleksandr Petrov
ジョン・スミス = John Smith
マリア・ガルシア = Maria Garcia
`;

const bodies = `
㈱青空製作所 = 株式会社青空製作所
(株)青空製作所 = 青空製作所株式会社
青空大學 = 青空大学
国立大学法人青空大学 = 青空大学
青空大学 # 青空女子大学
青空工業大学 # 青空商業大学
第5研究所 # 第6研究所
第五研究所 = 第5研究所
北方飛機製造有限公司 = 北方飞机制造有限公司
華星電子有限公司 = 华星电子有限公司
華星電子有限公司 # 華興電子有限公司
華星電子集團 = 华星电子集团
腾云软件有限公司 # 腾云硬件有限公司
サイバーテック株式会社 = Cybertech Co., Ltd.
アオゾラ・エレクトロニクス = Aozora Electronics
ミナト・ヘリコプター社 = Minato Helicopter
ﾐﾅﾄｼｽﾃﾑｽﾞ = ミナトシステムズ
`;

function pairsOf(text: string, kind: BenchPair["kind"]): readonly BenchPair[] {
  return text
    .trim()
    .split("\n")
    .map((line): BenchPair => {
      const same = line.includes(" = ");
      const [a = "", b = ""] = line.split(same ? " = " : " # ");
      return { a, b, kind, set: "hard", same };
    });
}

/** The pairs chosen by hand. */
export const hardPairs: readonly BenchPair[] = [...pairsOf(people, "person"), ...pairsOf(bodies, "organisation")];
