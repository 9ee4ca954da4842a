import type { ListLayout } from "../../../../shared/domain/screening.ts";
import { euFsfXml } from "./eu-fsf-xml.ts";
import { ofacAdvancedXml } from "./ofac-advanced-xml.ts";
import { unXml } from "./un-xml.ts";
import type { XmlFormat } from "./xml-format.ts";

/** Every list that is read from XML. */
export const knownDocuments: readonly XmlFormat[] = [unXml, euFsfXml, ofacAdvancedXml];

/** The XML of a layout. */
export function documentOf(layout: ListLayout): XmlFormat | undefined {
  return knownDocuments.find((format) => format.layout === layout);
}
