import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, it } from "node:test";
import { createEstimator } from "../../../../electron/services/passphrase/estimator.ts";
import { createPassphraseService } from "../../../../electron/services/passphrase-service.ts";

const estimator = createEstimator(join(import.meta.dirname, "../../../../resources"));
const service = createPassphraseService({ loadEstimator: async () => estimator, guessMs: async () => 1_000 });
const rate = (passphrase: string, hints: readonly string[] = []) => service.rate({ passphrase, hints });

describe("what may be chosen", () => {
  for (const passphrase of [
    "蔵の鍵は三つの石の下 2026",
    "霧の朝に 7 羽の鷺が渡る",
    "朝顔に釣瓶とられて貰い水",
    "ネコとイヌとウサギとパンダ",
    "correct horse battery staple",
    "cellar lamp under nine stones",
    "kumo no ue de tanuki ga neru",
  ]) {
    it(`takes a sentence of words that have nothing to do with each other: ${passphrase}`, async () => {
      assert.equal((await service.refuseWeak(passphrase)).ok, true);
    });
  }

  it("asks for no capitals, digits or signs", async () => {
    assert.equal((await service.refuseWeak("tanuki lampshade orbit gravel")).ok, true);
    const { suggestions } = await rate("Sakurasakura");
    assert.ok(suggestions.length > 0);
    assert.equal(suggestions.includes("capitalization" as never), false);
  });

  it("refuses eleven characters, however odd, and says that one is missing", async () => {
    const refused = await service.refuseWeak("鷺雹鑿蕗釉龕鱠鼯蠹鬣鑢");
    assert.deepEqual(refused, {
      ok: false,
      error: { code: "weak-passphrase", details: { minimum: 12, missing: 1, score: 4 } },
    });
  });

  it("counts characters after NFKC and outside the basic plane once", async () => {
    assert.equal((await rate("ﾊﾟ".repeat(6))).missing, 6);
    assert.equal((await rate("𠮷".repeat(11))).missing, 1);
  });
});

describe("what anybody would try first", () => {
  for (const passphrase of [
    "password1234",
    "ｐａｓｓｗｏｒｄ１２３４",
    "qwertyuiop[]",
    "ああああああああああああ",
    "あいうえおかきくけこさし",
    "アイウエオカキクケコサシ",
    "いろはにほへとちりぬるを",
    "一二三四五六七八九十一二",
    "ちがう合言葉ちがう合言葉",
    "ありがとうございました。",
    "おはようございますおはよう",
    "よろしくお願いいたします",
    "吾輩は猫である名前はまだ無い",
    "春はあけぼのやうやう白くなりゆく",
    "日本国民は正当に選挙された国会における代表者を通じて行動し",
    "国立研究開発法人産業技術総合研究所",
    "令和八年十一月二十三日月曜日",
    "令和8年11月23日生まれ",
  ]) {
    it(`is refused although it is long: ${passphrase}`, async () => {
      const refused = await service.refuseWeak(passphrase);
      assert.equal(refused.ok, false);
      if (!refused.ok) assert.equal(refused.error.details.missing, 0);
    });
  }

  it("includes names that were just typed, whole, in parts and without the blank", async () => {
    const hints = ["葛城 ハナコ", "架空先端物理研究機構"];
    const text = "葛城ハナコ架空先端物理研究機構";
    const [known, unknown] = [await rate(text, hints), await rate(text)];
    assert.ok(known.score < 3, String(known.score));
    assert.ok(unknown.score >= 3, String(unknown.score));
  });
});

describe("the estimate", () => {
  it("is the same for every form that the key derivation takes for the same", async () => {
    assert.deepEqual(await rate("ＫＵＲＡ　ｶﾞ　１２３４５"), await rate("KURA ガ 12345"));
  });

  it("turns guesses into time at one guess per derivation, half of them on average", async () => {
    const rating = await rate("霧の朝に 7 羽の鷺が渡る");
    assert.ok(Math.abs(rating.secondsLog10 - (rating.guessesLog10 - Math.log10(2))) < 1e-9);
  });

  it("says nothing about this PC where nothing was measured, and assumes a second", async () => {
    const elsewhere = createPassphraseService({ loadEstimator: async () => estimator, guessMs: async () => undefined });
    const rating = await elsewhere.rate({ passphrase: "霧の朝に 7 羽の鷺が渡る", hints: [] });
    assert.equal(rating.guessMs, null);
    assert.equal(rating.secondsLog10, (await rate("霧の朝に 7 羽の鷺が渡る")).secondsLog10);
  });

  it("never falls when something is put behind a long passphrase, and does not take repetition for strength", async () => {
    const repeated = "a".repeat(64);
    const [alone, longer] = [await rate(repeated), await rate(repeated.repeat(16))];
    assert.ok(longer.guessesLog10 >= alone.guessesLog10);
    assert.equal(longer.isAccepted, false);
    assert.equal((await rate(`${repeated}霧の朝に 7 羽の鷺が渡る`)).isAccepted, true);
  });

  it("takes less than a second for the longest and oddest text the door lets in", async () => {
    const started = performance.now();
    await rate("1@$0i!|(".repeat(128));
    assert.ok(performance.now() - started < 1_000);
  });
});
