/** Longest file name that is shown or suggested, in UTF-16 units. */
export const displayNameLimit = 200;

const placeholder = "_";

// Bidirectional controls and invisible format characters: with them `fdp.exe` can be made to read `exe.pdf`. Variation
// selectors stay, for they choose the written form of a name's character.
const deceptive = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u115f\u1160\u3164\uffa0]|\u034f/gu;
const decomposed = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Latin}][\u0300-\u036f\u3099\u309a]+/gu;
const separators = /[/\\]/gu;

/**
 * A file name made safe to read: last part of a path, no control, bidirectional or invisible characters, unpaired
 * surrogates replaced, kana and letters that macOS has taken apart put together again (kanji are left as they are, since
 * normalising would turn some into other characters), at most `displayNameLimit` units with its extension kept.
 */
export function displayName(name: string): string {
  const shown = name
    .toWellFormed()
    .replace(deceptive, "")
    .replace(decomposed, (letters) => letters.normalize("NFC"))
    .replace(separators, placeholder)
    .trim();
  return shortened(shown === "" || shown === "." || shown === ".." ? placeholder : shown);
}

const reservedCharacters = /[<>:"|?*]/gu;
// Device names of Windows, with or without an extension.
const reservedNames = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)/iu;

/** A name for a new file that every file system of the supported platforms accepts; based on `displayName`. */
export function safeFileName(name: string): string {
  const plain = displayName(name)
    .replace(reservedCharacters, placeholder)
    .replace(/^\.+/u, placeholder)
    .replace(/[. ]+$/u, "");
  if (plain === "") return placeholder;
  return reservedNames.test(plain) ? `${placeholder}${plain}` : plain;
}

function shortened(name: string): string {
  if (name.length <= displayNameLimit) return name;
  const extension = /\.[A-Za-z0-9]{1,8}$/u.exec(name)?.[0] ?? "";
  let kept = "";
  // Whole clusters only, so that a character keeps its variation selector.
  for (const { segment } of new Intl.Segmenter("ja", { granularity: "grapheme" }).segment(name)) {
    if (kept.length + segment.length + 1 + extension.length > displayNameLimit) break;
    kept += segment;
  }
  return `${kept}…${extension}`;
}
