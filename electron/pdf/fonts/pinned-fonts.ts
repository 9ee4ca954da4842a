/** One font file this renderer draws with. */
export interface PinnedFont {
  readonly key: string;
  readonly file: string;
  /** Sub-folder and sibling folder in which the package keeps the file; a flat folder works as well. */
  readonly weightFolder: string;
  readonly packageFolder: string;
  /** SHA-256 of the file, lower-case hex. */
  readonly sha256: string;
}

/** Type weights of the paper. */
export type Weight = "regular" | "bold";

/**
 * The font files, by weight, in the order in which they are asked for a character.
 *
 * The hashes are pinned because a font decides what a reader sees: a swapped file could show another word than
 * the signed data holds, and a newer one would break the promise that the pages regenerate byte for byte.
 * The Japanese face comes first and draws all it can; the others carry names from abroad that it lacks
 * (Ł, ș, simplified forms, hangul) and are opened only when a text needs them.
 */
export const pinnedFonts: Readonly<Record<Weight, readonly PinnedFont[]>> = {
  regular: [
    pin(
      "jp-regular",
      "NotoSansJP_400Regular.ttf",
      "noto-sans-jp",
      "d930d5d52d15231c283089760f84584272ad5e37e14607ba0d19c798e7a9caec",
    ),
    pin(
      "latin-regular",
      "NotoSans_400Regular.ttf",
      "noto-sans",
      "fe8c022f48d8dd29f17b744d16f9346f4357e16f7d4f7be58b000ae7c291b614",
    ),
    pin(
      "sc-regular",
      "NotoSansSC_400Regular.ttf",
      "noto-sans-sc",
      "d45f67f0a7c0ca3f256950777ce6a61cc7ce5f9696d02900cbbaac25f8aa7d16",
    ),
    pin(
      "kr-regular",
      "NotoSansKR_400Regular.ttf",
      "noto-sans-kr",
      "8cbc9b353bb9ce848fd69bb6a507319dfacc659cf5fd643db5d88f3c4970e1dd",
    ),
  ],
  bold: [
    pin(
      "jp-bold",
      "NotoSansJP_700Bold.ttf",
      "noto-sans-jp",
      "c5b7b9d6a6eb682b0d4e6bbb38509575fd2759a28f147daa74714d1359a7909e",
    ),
    pin(
      "latin-bold",
      "NotoSans_700Bold.ttf",
      "noto-sans",
      "13a813c49624ae3ba3c5c6e72c5ebffc4b9e1e6ea32f421c04069b037c6ad431",
    ),
    pin(
      "sc-bold",
      "NotoSansSC_700Bold.ttf",
      "noto-sans-sc",
      "9a38ae0ab28cd5a256f9ea8e00dedc688aac17f7915fcb000572990afa956b96",
    ),
    pin(
      "kr-bold",
      "NotoSansKR_700Bold.ttf",
      "noto-sans-kr",
      "4ffa20c272ae6d689f7c8d34ff9c8039a326e9c334d9fc8852b2a7396227d077",
    ),
  ],
};

function pin(key: string, file: string, packageFolder: string, sha256: string): PinnedFont {
  return { key, file, packageFolder, weightFolder: file.includes("700") ? "700Bold" : "400Regular", sha256 };
}
