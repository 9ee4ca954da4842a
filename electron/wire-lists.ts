import { loadBench } from "./content/load-bench.ts";
import type { Events } from "./ipc/events.ts";
import { createPackReader } from "./list-pack/pack-reader.ts";
import type { Paths } from "./ports.ts";
import { createListImporter } from "./screening/lists/list-importer.ts";
import { createDeskServices } from "./services/desk/desk-services.ts";
import { createListService, type ListServiceParts } from "./services/list-service.ts";
import { createDifferenceCsv } from "./services/lists/difference-csv.ts";
import { createListReading } from "./services/lists/list-reading.ts";
import { createPackService } from "./services/lists/pack-service.ts";
import { createPendingImports } from "./services/lists/pending-imports.ts";
import { createListProfileService } from "./services/lists/profile-service.ts";
import { createEarlyIndex } from "./services/name-search/early-index.ts";
import { createNameSearch } from "./services/name-search.ts";
import { createScorecardService } from "./services/scorecard-service.ts";
import { createJudgingService, type JudgingServiceParts } from "./services/screening/judging-service.ts";
import { createPastRuns } from "./services/screening/past-runs.ts";
import { createRescreening, type RescreeningParts } from "./services/screening/rescreening.ts";
import { createScreeningService, type ScreeningServiceParts } from "./services/screening-service.ts";
import type { Services } from "./services/services.ts";

/** What the services of lists are made from, besides what they make for one another. */
export type ListWiring = Omit<
  ListServiceParts & ScreeningServiceParts & JudgingServiceParts & RescreeningParts,
  "importer" | "search" | "pending" | "onListsChange"
> & { readonly events: Events; readonly paths: Pick<Paths, "resources"> };

type ListServices = Pick<
  Services,
  | "lists"
  | "listReading"
  | "differenceCsv"
  | "listProfiles"
  | "packs"
  | "screening"
  | "judging"
  | "pastRuns"
  | "rescreening"
  | "scorecard"
> &
  ReturnType<typeof createDeskServices>["services"];

/** Lists to screen against and lists of cases, with what they hold of cases besides the tables. */
export function wireLists(
  given: ListWiring,
  program = new URL("./screening/lists/list-worker.ts", import.meta.url),
): {
  readonly services: ListServices;
  readonly forgetting: readonly (() => void)[];
  /** A vault was opened, or locked. */
  follow(state: "open" | "locked"): void;
} {
  const search = createNameSearch({
    ...given,
    program: new URL("./screening/index/screening-worker.ts", import.meta.url),
  });
  const rescreening = createRescreening({ ...given, search });
  const early = createEarlyIndex({ session: given.session, search, afterMs: given.rescreenAfterMs });
  const onListsChange = (): void => {
    early.wake();
    given.events.publish("lists.changed", {});
    rescreening.wake();
  };
  const parts = { ...given, search, pending: createPendingImports(given.session), onListsChange };
  const lists = createListService({ ...parts, importer: createListImporter(program) });
  const listReading = createListReading(parts);
  const packs = createPackService({ ...parts, reader: createPackReader() });
  const desk = createDeskServices(parts);
  return {
    services: {
      lists,
      listReading,
      differenceCsv: createDifferenceCsv({ ...parts, reading: listReading }),
      listProfiles: createListProfileService(parts),
      packs,
      screening: createScreeningService(parts),
      judging: createJudgingService(parts),
      pastRuns: createPastRuns(parts),
      rescreening,
      scorecard: createScorecardService({ ...parts, search, loadBench: () => loadBench(parts.paths.resources) }),
      ...desk.services,
    },
    forgetting: [lists.dropAll, listReading.forget, packs.forget, search.forget, desk.forget],
    follow: (state) => {
      early.follow(state);
      rescreening.follow(state);
      // What a full disk keeps from being cleaned waits for the next unlocking.
      if (state === "open") void lists.sweep().catch(() => undefined);
    },
  };
}
