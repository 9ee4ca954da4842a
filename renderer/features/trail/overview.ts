import type { KuraClient } from "../../../shared/contract/calls.ts";

type Answer = Awaited<ReturnType<KuraClient["trail"]["overview"]>>;

/** Where the trail stands, as the engine tells it. */
export type Overview = Extract<Answer, { ok: true }>["value"];
