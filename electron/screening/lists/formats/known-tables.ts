import type { ListLayout } from "../../../../shared/domain/screening.ts";
import { cnCountermeasures } from "./cn-countermeasures.ts";
import { euFsfCsv } from "./eu-fsf-csv.ts";
import { euJournal } from "./eu-journal.ts";
import { openSanctionsCsv } from "./opensanctions-csv.ts";
import type { TableFormat } from "./table-format.ts";
import { ukOfsi } from "./uk-ofsi.ts";
import { ukSanctions } from "./uk-sanctions.ts";
import { usDeniedPersons, usEntityList } from "./us-bis.ts";
import { usCslCsv } from "./us-csl-csv.ts";
import { us1260h, usSpecial } from "./us-special.ts";

/** Every known table with a header. Where two fit, the one that asks for more headers is meant. */
export const knownTables: readonly TableFormat[] = [
  euJournal,
  euFsfCsv,
  ukOfsi,
  ukSanctions,
  usCslCsv,
  usDeniedPersons,
  usEntityList,
  us1260h,
  usSpecial,
  cnCountermeasures,
  openSanctionsCsv,
];

/** The known table of a layout. */
export function tableOf(layout: ListLayout): TableFormat | undefined {
  return knownTables.find((format) => format.layout === layout);
}
