import type { KuraClient } from "../../../shared/contract/calls.ts";

/** A drawn kit as the engine answers it, once. */
export type DrawnSheets = Extract<Awaited<ReturnType<KuraClient["recovery"]["draw"]>>, { ok: true }>["value"];
