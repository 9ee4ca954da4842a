import { createListImporter } from "./screening/lists/list-importer.ts";
import { createDeskServices } from "./services/desk/desk-services.ts";
import { createListService, type ListServiceParts } from "./services/list-service.ts";
import { createNameSearch } from "./services/name-search.ts";
import { createScreeningService, type ScreeningServiceParts } from "./services/screening-service.ts";
import type { Services } from "./services/services.ts";

/** What the services of lists are made from, besides what they make for one another. */
export type ListWiring = Omit<ListServiceParts & ScreeningServiceParts, "importer" | "search">;

type ListServices = Pick<Services, "lists" | "screening"> & ReturnType<typeof createDeskServices>["services"];

/** Lists to screen against and lists of cases, with what they hold of cases besides the tables. */
export function wireLists(
  parts: ListWiring,
  program = new URL("./screening/lists/list-worker.ts", import.meta.url),
): { readonly services: ListServices; readonly forgetting: readonly (() => void)[] } {
  const lists = createListService({ ...parts, importer: createListImporter(program) });
  const search = createNameSearch();
  const screening = createScreeningService({ ...parts, search });
  const desk = createDeskServices(parts);
  return {
    services: { lists, screening, ...desk.services },
    forgetting: [lists.dropAll, search.forget, desk.forget],
  };
}
