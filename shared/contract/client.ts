import type { KuraClient } from "./calls.ts";

/** Sends a request to the call of this area and name and gives its `Result`. */
export type SendCall = (area: string, verb: string, request: unknown) => Promise<unknown>;

/** Every call of the table as a function, `client.checklist.record({...})`, over whatever carries them. */
export function clientOver(send: SendCall): KuraClient {
  const areaOf = (area: string): object =>
    new Proxy({}, { get: (_target, verb) => (request: unknown) => send(area, String(verb), request) });
  // The table's type says which areas and calls exist; the proxies only pass their names on.
  return new Proxy({}, { get: (_target, area) => areaOf(String(area)) }) as KuraClient;
}
