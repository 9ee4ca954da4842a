import { Parser } from "htmlparser2";
import sanitizeHtml from "sanitize-html";
import type { LeftOut, TextPart } from "../../../shared/domain/reading.ts";
import { imageSize, isDecodable } from "./image-size.ts";
import { ReadingFault } from "./reading-fault.ts";
import type { ReadingLimits } from "./reading-limits.ts";
import { cleanText, cutText, partsOf } from "./text-parts.ts";

/** A picture that lies in the same file as the page, by the name the page calls it. */
export type FindPicture = (address: string) => { readonly mediaType: string; readonly bytes: Uint8Array } | undefined;

/** A page made safe: markup without scripts, styles, forms, frames, addresses and handlers, and its words. */
export interface SafePage {
  readonly markup: string;
  readonly parts: readonly TextPart[];
  readonly leftOut: LeftOut;
  readonly isCut: boolean;
}

const blocks =
  "address article aside blockquote br caption center dd details div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody tfoot thead tr ul".split(
    " ",
  );
const words =
  "a abbr b bdi bdo cite code col colgroup del dfn em font i img ins kbd mark q rp rt ruby s samp small span strike strong sub sup td th time tt u var wbr".split(
    " ",
  );
/** Elements whose text is no text of the page. */
const silent = [
  "script",
  "style",
  "textarea",
  "option",
  "noscript",
  "template",
  "svg",
  "math",
  "object",
  "title",
  "xmp",
];
/** Elements that run, submit or embed something. */
const active = new Set(
  "script form input button select textarea object embed applet base svg math dialog portal template noscript meta".split(
    " ",
  ),
);
/** Elements that load from elsewhere, with the attribute that says from where. */
const loading: Readonly<Record<string, string>> = {
  iframe: "src",
  frame: "src",
  link: "href",
  video: "src",
  audio: "src",
  source: "src",
  track: "src",
};
/** Deepest nesting that is kept; deeper elements lose their tags, not their words. */
const nesting = 120;
/** Longest markup that a frame is given, in UTF-16 units. */
const markupUnits = 36_000_000;

/** Makes a page safe to show in a frame without rights. Throws `limit` where even that would be too much. */
export function safePage(html: string, limits: ReadingLimits, findPicture: FindPicture = () => undefined): SafePage {
  const counts = { remote: 0, active: 0, links: 0, pictures: 0 };
  const pictures = pictureBudget(limits);
  const markup = sanitizeHtml(html, {
    allowedTags: [...blocks, ...words],
    allowedAttributes: {
      "*": ["dir", "lang", "title"],
      td: ["colspan", "rowspan"],
      th: ["colspan", "rowspan", "scope"],
      ol: ["start"],
      img: ["src", "alt"],
    },
    nonTextTags: silent,
    nestingLimit: nesting,
    allowedSchemes: [],
    allowedSchemesByTag: { img: ["data"] },
    allowProtocolRelative: false,
    parseStyleAttributes: false,
    onOpenTag: (tag, attributes) => count(tag, attributes, counts),
    transformTags: {
      // A link keeps its words, and its address as something to read.
      a: (_tag, { href = "" }) => ({
        tagName: "span",
        attribs: href === "" ? {} : { title: cutText(cleanText(href), 500).text },
      }),
      img: (_tag, { src = "", alt = "" }) => {
        const address = pictures.take(src, findPicture);
        if (address === undefined) counts[isCarried(src, findPicture) ? "pictures" : "remote"] += 1;
        // What is not there is said in words, at its place.
        if (address === undefined) return { tagName: "span", attribs: {}, text: `▢ ${alt}`.trim() };
        return { tagName: "img", attribs: { src: address, alt } };
      },
    },
  });
  if (markup.length > markupUnits) throw new ReadingFault("limit");
  const { text, isCut } = cutText(textOfMarkup(markup), limits.textUnits);
  return { markup, parts: partsOf(text), leftOut: counts, isCut };
}

function count(
  tag: string,
  attributes: Readonly<Record<string, string>>,
  counts: { remote: number; active: number; links: number },
): void {
  if (active.has(tag) || Object.keys(attributes).some((name) => name.toLowerCase().startsWith("on")))
    counts.active += 1;
  if (tag === "a" && attributes["href"] !== undefined) counts.links += 1;
  const from = loading[tag];
  if (from !== undefined && attributes[from] !== undefined) counts.remote += 1;
}

function isCarried(src: string, findPicture: FindPicture): boolean {
  return /^data:/iu.test(src.trim()) || findPicture(src) !== undefined;
}

const dataPicture = /^data:image\/(?:png|jpeg|gif|webp);base64,([A-Za-z0-9+/=\s]+)$/iu;
const pictureKinds = ["image/png", "image/jpeg", "image/gif", "image/webp"];

/** Gives out data addresses for pictures while number, bytes and pixels last. */
function pictureBudget(limits: ReadingLimits): { take(src: string, find: FindPicture): string | undefined } {
  const left = { pictures: limits.pictures, bytes: limits.pictureBytes, pixels: limits.pixels * 2 };
  return {
    take: (src, find) => {
      const bytes = pictureBytes(src.trim(), find);
      if (bytes === undefined || left.pictures === 0 || bytes.length > left.bytes) return undefined;
      const size = imageSize(bytes);
      if (size === undefined || !isDecodable(size, limits) || size.width * size.height > left.pixels) return undefined;
      left.pictures -= 1;
      left.bytes -= bytes.length;
      left.pixels -= size.width * size.height;
      return `data:${kindOf(bytes)};base64,${Buffer.from(bytes).toString("base64")}`;
    },
  };
}

function pictureBytes(src: string, find: FindPicture): Uint8Array | undefined {
  const inline = dataPicture.exec(src)?.[1];
  if (inline !== undefined) return Buffer.from(inline, "base64");
  const found = find(src);
  return found !== undefined && pictureKinds.includes(found.mediaType) ? found.bytes : undefined;
}

/** The kind that the bytes are, whatever they were called. */
function kindOf(bytes: Uint8Array): string {
  if (bytes[0] === 0x89) return "image/png";
  if (bytes[0] === 0xff) return "image/jpeg";
  return bytes[0] === 0x47 ? "image/gif" : "image/webp";
}

const lineEnding = new Set(blocks);
const cellEnding = new Set(["td", "th"]);

/** The words of sanitised markup, with line ends where blocks end. */
function textOfMarkup(markup: string): string {
  const found: string[] = [];
  let inPre = 0;
  const parser = new Parser({
    onopentagname: (tag) => {
      if (tag === "pre") inPre += 1;
      if (lineEnding.has(tag)) found.push("\n");
    },
    ontext: (text) => found.push(inPre > 0 ? text : text.replace(/\s+/gu, " ")),
    onclosetag: (tag) => {
      if (tag === "pre") inPre -= 1;
      if (cellEnding.has(tag)) found.push("\t");
      else if (lineEnding.has(tag)) found.push("\n");
    },
  });
  parser.write(markup);
  parser.end();
  return cleanText(found.join(""))
    .replace(/[ \t]*\n[ \t]*/gu, "\n")
    .replace(/\n{3,}/gu, "\n\n")
    .trim();
}
