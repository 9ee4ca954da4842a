import { Parser } from "htmlparser2";
import type { TextPart } from "../../../shared/domain/reading.ts";
import { ReadingFault } from "./reading-fault.ts";
import type { ReadingLimits } from "./reading-limits.ts";
import { cleanText, cutText, partsOf } from "./text-parts.ts";
import { openPackage, type ZipPackage } from "./zip-package.ts";

/** The text of an office file and whether it was cut. */
export interface OfficeText {
  readonly parts: readonly TextPart[];
  readonly isCut: boolean;
}

/** Deepest nesting of elements that a document may have. */
const depthLimit = 512;

/** The words of a Word file in their order: the body, then notes and comments. Throws `ReadingFault`. */
export function documentText(bytes: Uint8Array, limits: ReadingLimits): OfficeText {
  const file = openPackage(bytes, limits);
  if (!file.names.includes("word/document.xml")) throw new ReadingFault("broken");
  const beside = file.names.filter((name) =>
    /^word\/(?:footnotes|endnotes|comments|header\d*|footer\d*)\.xml$/u.test(name),
  );
  const texts = ["word/document.xml", ...beside.sort()].map((name) => wordsOf(file, name));
  const { text, isCut } = cutText(texts.filter((words) => words.trim() !== "").join("\n\n"), limits.textUnits);
  return { parts: partsOf(text), isCut };
}

/** The words of a presentation, one part for each slide with its notes. Throws `ReadingFault`. */
export function presentationText(bytes: Uint8Array, limits: ReadingLimits): OfficeText {
  const file = openPackage(bytes, limits);
  const slides = numbered(file, /^ppt\/slides\/slide(\d{1,5})\.xml$/u);
  if (slides.length === 0) throw new ReadingFault("broken");
  const notes = new Map(
    numbered(file, /^ppt\/notesSlides\/notesSlide(\d{1,5})\.xml$/u).map((one) => [one.number, one]),
  );
  let left = limits.textUnits;
  let isCut = false;
  const parts = slides.map(({ name, number }): TextPart => {
    const note = notes.get(number);
    const words = [wordsOf(file, name), note === undefined ? "" : wordsOf(file, note.name)];
    const cut = cutText(words.filter((one) => one.trim() !== "").join("\n\n"), left);
    left -= cut.text.length;
    isCut ||= cut.isCut;
    return { label: "", text: cut.text };
  });
  return { parts, isCut };
}

function numbered(file: ZipPackage, pattern: RegExp): { name: string; number: number }[] {
  return file.names
    .flatMap((name) => {
      const number = pattern.exec(name)?.[1];
      return number === undefined ? [] : [{ name, number: Number(number) }];
    })
    .sort((a, b) => a.number - b.number);
}

/** Text runs of Word and PowerPoint; what ends a line, and what stands for a character. */
const runs = new Set(["w:t", "a:t"]);
const lines = new Set(["w:p", "a:p", "w:br", "w:cr", "a:br", "w:tr"]);
const tabs = new Set(["w:tab", "w:tc"]);

/** The text runs of one XML part. Entities that the file declares itself are not known, so they cannot grow. */
function wordsOf(file: ZipPackage, name: string): string {
  const found: string[] = [];
  let depth = 0;
  let inRun = false;
  const parser = new Parser(
    {
      onopentagname: (tag) => {
        depth += 1;
        if (depth > depthLimit) throw new ReadingFault("limit");
        inRun = runs.has(tag);
      },
      ontext: (text) => {
        if (inRun) found.push(text);
      },
      onclosetag: (tag) => {
        depth -= 1;
        inRun = false;
        if (lines.has(tag)) found.push("\n");
        else if (tabs.has(tag)) found.push("\t");
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.write(new TextDecoder().decode(file.read(name)));
  parser.end();
  return cleanText(found.join(""));
}
