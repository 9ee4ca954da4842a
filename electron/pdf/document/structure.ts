import type { Tag } from "./page-model.ts";
import type { PdfDocument, PdfElement } from "./pdfkit-surface.ts";

/** Builds the structure tree as content is drawn: an element appears under its parent when it is first needed. */
export interface Structure {
  elementFor(tag: Tag): PdfElement;
  /** Closes every element; nothing can be added afterwards. */
  end(): void;
}

/** Starts the tree of one document. */
export function createStructure(document: PdfDocument): Structure {
  const elements = new Map<Tag, PdfElement>();
  const roots: PdfElement[] = [];
  const elementFor = (tag: Tag): PdfElement => {
    const known = elements.get(tag);
    if (known !== undefined) return known;
    const element = document.struct(tag.type, optionsOf(tag));
    if (tag.columnSpan !== undefined) {
      element.dictionary.data["A"] = {
        O: "Table",
        ColSpan: tag.columnSpan,
        ...(tag.scope === undefined ? {} : { Scope: tag.scope }),
      };
    }
    if (tag.parent === undefined) {
      document.addStructure(element);
      roots.push(element);
    } else {
      elementFor(tag.parent).add(element);
    }
    elements.set(tag, element);
    return element;
  };
  return {
    elementFor,
    end() {
      for (const root of roots) root.end();
    },
  };
}

function optionsOf(tag: Tag): Record<string, unknown> {
  return {
    ...(tag.alt === undefined ? {} : { alt: tag.alt }),
    ...(tag.actualText === undefined ? {} : { actual: tag.actualText }),
    ...(tag.lang === undefined ? {} : { lang: tag.lang }),
    ...(tag.scope === undefined ? {} : { scope: tag.scope }),
  };
}
