import { createListImporter } from "./screening/lists/list-importer.ts";
import { createDeskServices } from "./services/desk/desk-services.ts";
import { createListService, type ListServiceParts } from "./services/list-service.ts";
import { createDifferenceCsv } from "./services/lists/difference-csv.ts";
import { createListReading } from "./services/lists/list-reading.ts";
import { createPendingImports } from "./services/lists/pending-imports.ts";
import { createNameSearch } from "./services/name-search.ts";
import { createScreeningService, type ScreeningServiceParts } from "./services/screening-service.ts";
import type { Services } from "./services/services.ts";

/** What the services of lists are made from, besides what they make for one another. */
export type ListWiring = Omit<ListServiceParts & ScreeningServiceParts, "importer" | "search" | "pending">;

type ListServices = Pick<Services, "lists" | "listReading" | "differenceCsv" | "screening"> &
  ReturnType<typeof createDeskServices>["services"];

/** Lists to screen against and lists of cases, with what they hold of cases besides the tables. */
export function wireLists(
  parts: ListWiring,
  program = new URL("./screening/lists/list-worker.ts", import.meta.url),
): {
  readonly services: ListServices;
  readonly forgetting: readonly (() => void)[];
  /** A vault was opened, or locked. */
  follow(state: "open" | "locked"): void;
} {
  const pending = createPendingImports(parts.session);
  const lists = createListService({ ...parts, pending, importer: createListImporter(program) });
  const listReading = createListReading({ ...parts, pending });
  const differenceCsv = createDifferenceCsv({ ...parts, reading: listReading });
  const search = createNameSearch({
    ...parts,
    program: new URL("./screening/index/screening-worker.ts", import.meta.url),
  });
  const screening = createScreeningService({ ...parts, search });
  const desk = createDeskServices(parts);
  return {
    services: { lists, listReading, differenceCsv, screening, ...desk.services },
    forgetting: [lists.dropAll, listReading.forget, search.forget, desk.forget],
    follow: (state) => {
      // What a full disk keeps from being cleaned waits for the next unlocking.
      if (state === "open") void lists.sweep().catch(() => undefined);
    },
  };
}
