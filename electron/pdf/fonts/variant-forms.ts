/// <reference path="./fontkit-types.d.ts" />
import type { Font } from "fontkit";

/** A font's answer for a base and a selector: its plain form, or the glyph id of another form. */
export type VariantForm = "default" | number;

/** For each selector the bases it applies to. */
export type VariantForms = ReadonlyMap<number, ReadonlyMap<number, VariantForm>>;

/** Reads which base and selector pairs a font knows, straight from its table. */
export function variantFormsOf(font: Font): VariantForms {
  const forms = new Map<number, Map<number, VariantForm>>();
  for (const selector of font._cmapProcessor.uvs?.varSelectors.toArray() ?? []) {
    const bases = new Map<number, VariantForm>();
    for (const range of selector.defaultUVS ?? []) {
      for (let step = 0; step <= range.additionalCount; step++) bases.set(range.startUnicodeValue + step, "default");
    }
    for (const entry of selector.nonDefaultUVS ?? []) bases.set(entry.unicodeValue, entry.glyphID);
    forms.set(selector.varSelector, bases);
  }
  return forms;
}

/**
 * Makes fontkit honour a font's variant forms.
 *
 * fontkit 2.0.4 looks a base up among a selector's default forms first and gives up when it is not there,
 * so 葛 followed by U+E0100 comes out as plain 葛: a surname silently printed in another form. Anything that
 * shapes text through this font object would make that mistake, so the font itself is corrected.
 */
export function honourVariantForms(font: Font, forms: VariantForms): void {
  const correct = (codePoint: number, selector: number): number => {
    const form = forms.get(selector)?.get(codePoint);
    return typeof form === "number" ? form : 0;
  };
  Object.defineProperty(font._cmapProcessor, "getVariationSelector", { value: correct });
}
