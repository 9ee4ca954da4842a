import { err, ok, type Result } from "../../../shared/result.ts";
import { writePdf } from "../document/write-pdf.ts";
import { findMissingGlyphs } from "../fonts/coverage.ts";
import { loadFonts } from "../fonts/load-fonts.ts";
import { type CanonicalJson, canonicalJson } from "./canonical-json.ts";
import { composePaper } from "./compose-paper.ts";
import type { PaperData } from "./paper-data.ts";
import type { PaperFault } from "./paper-fault.ts";
import { readPaper } from "./read-paper.ts";

/** A drawn, unsigned paper. */
export interface RenderedPaper {
  readonly bytes: Uint8Array;
  readonly pageCount: number;
  /** SHA-256 of the embedded data, lower-case hex; its first sixteen digits stand on every page. */
  readonly dataSha256: string;
}

/** Most bytes of data a paper may carry; the same going in and coming back, or a paper could not be regenerated. */
const embeddedLimitBytes = 8 * 1024 * 1024;

/**
 * Draws a committee paper with three empty signature fields. The same data gives the same bytes on any machine,
 * at any time. Refuses with a {@link PaperFault}; a paper with a character no font has is never drawn.
 */
export async function renderPaper(data: PaperData, fontsFolder: string): Promise<Result<RenderedPaper, PaperFault>> {
  const read = readPaper(data);
  if (!read.ok) return read;
  const canonical = canonicalJson(read.value);
  if (canonical.bytes.byteLength > embeddedLimitBytes) return err({ code: "paper-over-limit", at: [] });
  return draw(read.value, canonical, fontsFolder);
}

/**
 * Draws a paper again from the data embedded in it. A verifier compares the bytes with the first revision of the file:
 * equal bytes prove that the pages show the data and nothing else. `paper-unreadable` when the data is not canonical.
 */
export async function regenerate(
  embedded: Uint8Array,
  fontsFolder: string,
): Promise<Result<RenderedPaper, PaperFault>> {
  if (embedded.byteLength > embeddedLimitBytes) return err({ code: "paper-unreadable", at: [] });
  const value = parseJson(embedded);
  if (value === undefined) return err({ code: "paper-unreadable", at: [] });
  const read = readPaper(value);
  if (!read.ok) return read;
  const canonical = canonicalJson(read.value);
  // Data that says the same in other bytes is not the data whose hash stands on the pages.
  if (!Buffer.from(canonical.bytes).equals(embedded)) return err({ code: "paper-unreadable", at: [] });
  return draw(read.value, canonical, fontsFolder);
}

async function draw(
  data: PaperData,
  canonical: CanonicalJson,
  fontsFolder: string,
): Promise<Result<RenderedPaper, PaperFault>> {
  const model = composePaper(data, canonical);
  const fields = textFields(data);
  const drawn = textFields({ parts: model.parts, furniture: model.furniture });
  const texts = [...fields, ...drawn].map(({ text }) => text);
  const fonts = await loadFonts(fontsFolder, texts);
  if (!fonts.ok) return fonts;
  const missing = findMissingGlyphs(fonts.value, texts);
  if (missing.length > 0) {
    return err({
      code: "glyph-missing",
      missing: missing.map((glyph) => ({ ...glyph, at: fields[glyph.textIndex]?.at ?? "wording" })),
    });
  }
  const { bytes, pageCount } = await writePdf(model, fonts.value);
  return ok({ bytes, pageCount, dataSha256: canonical.sha256 });
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    // Not UTF-8 or not JSON: either way there is nothing to draw.
    return undefined;
  }
}

/** Every text of the data with the path of its field, for a fault that can be shown beside the field. */
function textFields(value: unknown, path: readonly string[] = []): { at: string; text: string }[] {
  if (typeof value === "string") return [{ at: path.join("."), text: value }];
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, inner]) => textFields(inner, [...path, key]));
}
