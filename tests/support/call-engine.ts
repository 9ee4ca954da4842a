import type { EngineClient } from "../../electron/engine/engine-client.ts";
import type { KuraClient } from "../../shared/contract/calls.ts";
import type { Fault } from "../../shared/contract/channel.ts";
import { clientOver } from "../../shared/contract/client.ts";
import type { Result } from "../../shared/result.ts";

/** Calls the engine by any name with any payload and gives what comes back; for tests of the door itself. */
export async function callEngine(
  engine: Pick<EngineClient, "call">,
  name: string,
  payload: unknown,
): Promise<Result<unknown, Fault>> {
  // What the engine answers with is the text of a `Result`.
  return JSON.parse(await engine.call(name, JSON.stringify(payload))) as Result<unknown, Fault>;
}

/** The typed client, speaking to the engine without a window. */
export function engineClientOf(engine: Pick<EngineClient, "call">): KuraClient {
  return clientOver((area, verb, request) => callEngine(engine, `${area}.${verb}`, request));
}
