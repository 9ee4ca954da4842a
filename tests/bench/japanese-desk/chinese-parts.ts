/**
 * Parts of Chinese names in simplified and traditional characters, written by hand as pairs, so that the bench does not
 * take its truth from the character tables the app uses. Combined they give invented persons and bodies.
 */

/** One part in both ways of writing. */
export interface ChinesePart {
  readonly simplified: string;
  readonly traditional: string;
}

function partsOf(text: string): readonly ChinesePart[] {
  return text
    .trim()
    .split(/\s+/)
    .map((pair) => {
      const [simplified = "", traditional = simplified] = pair.split("/");
      return { simplified, traditional };
    });
}

/** Family names. */
export const chineseSurnames = partsOf(
  "张/張 刘/劉 陈/陳 杨/楊 赵/趙 黄/黃 周 吴/吳 孙/孫 马/馬 罗/羅 郑/鄭 谢/謝 韩/韓 冯/馮 邓/鄧 许/許 叶/葉 苏/蘇 卢/盧 " +
    "蒋/蔣 贾/賈 阎/閻 钟/鍾 谭/譚 陆/陸 范 万/萬 钱/錢 汤/湯 龙/龍 顾/顧 贺/賀 龚/龔 严/嚴 欧阳/歐陽 诸葛/諸葛 司马/司馬 东方/東方 长孙/長孫",
);

/** Characters of given names. */
export const chineseGiven = partsOf(
  "伟/偉 丽/麗 军/軍 杰/傑 涛/濤 艳/豔 鹏/鵬 华/華 飞/飛 兰/蘭 凤/鳳 红/紅 云/雲 国/國 刚/剛 龙/龍 庆/慶 荣/榮 贵/貴 梦/夢 " +
    "琼/瓊 莹/瑩 颖/穎 爱/愛 学/學 书/書 义/義 礼/禮 长/長 远/遠 泽/澤 欢/歡 宁/寧 乐/樂 坚/堅 宾/賓 晓/曉 诚/誠 谦/謙 纯/純",
);

/** Places. */
export const chinesePlaces = partsOf(
  "广东/廣東 云南/雲南 贵州/貴州 辽宁/遼寧 宁夏/寧夏 苏州/蘇州 东莞/東莞 长沙/長沙 济南/濟南 哈尔滨/哈爾濱 沈阳/瀋陽 武汉/武漢 厦门/廈門 银川/銀川 " +
    "兰州/蘭州 贵阳/貴陽 烟台/煙臺 连云港/連雲港 张家港/張家港 洛阳/洛陽",
);

/** Names a body gives itself; invented, of common words. */
export const chineseBrands = partsOf(
  "腾云/騰雲 龙兴/龍興 华飞/華飛 东胜/東勝 远图/遠圖 万顺/萬順 宝丰/寶豐 鹏程/鵬程 惠达/惠達 联创/聯創 汇通/匯通 凤鸣/鳳鳴 银海/銀海 " +
    "飞跃/飛躍 丰泽/豐澤 庆云/慶雲 乐康/樂康 义诚/義誠 严选/嚴選 晓阳/曉陽",
);

/** What a body does. */
export const chineseTrades = partsOf(
  "电子/電子 机械/機械 贸易/貿易 实业/實業 环保/環保 纺织/紡織 钢铁/鋼鐵 药业/藥業 汽车零部件/汽車零部件 轮胎/輪胎 矿业/礦業 软件/軟件 网络科技/網絡科技 " +
    "医疗器械/醫療器械 航空航天/航空航天 船舶重工/船舶重工 进出口/進出口 农业发展/農業發展 建设工程/建設工程 运输/運輸",
);

/** Legal forms and kinds of body. */
export const chineseForms = partsOf(
  "有限公司 股份有限公司 有限责任公司/有限責任公司 集团有限公司/集團有限公司 研究所 学院/學院 大学/大學 设计院/設計院 厂/廠",
);
