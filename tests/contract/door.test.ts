import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import type { z } from "zod";
import { createDispatch, type Dispatch } from "../../electron/ipc/dispatch.ts";
import { requestLimitBytes } from "../../electron/ipc/request-limits.ts";
import { calls, type KuraHandlers } from "../../shared/contract/calls.ts";
import type { AnyChannel, CallTable } from "../../shared/contract/channel.ts";
import { type ErrorCode, errorCodes } from "../../shared/contract/errors.ts";
import { err } from "../../shared/result.ts";
import { createTempLog, type LoggedLine } from "../support/temp-log.ts";

const table: CallTable = calls;
const lines: readonly (readonly [name: string, channel: AnyChannel])[] = Object.entries(table).flatMap(
  ([area, verbs]) => Object.entries(verbs).map(([verb, channel]) => [`${area}.${verb}`, channel] as const),
);

/** A door onto the whole table in which every handler does the same. */
function doorTo(handle: (request: unknown) => unknown): { dispatch: Dispatch; logged: readonly LoggedLine[] } {
  const { log, lines: logged } = createTempLog();
  const areas = Object.entries(table).map(([area, verbs]) => {
    const handlers = Object.keys(verbs).map((verb) => [verb, async (request: unknown) => handle(request)] as const);
    return [area, Object.fromEntries(handlers)] as const;
  });
  // Stand-ins for all handlers; what they answer is checked by the door.
  const handlers = Object.fromEntries(areas) as unknown as KuraHandlers;
  return { dispatch: createDispatch({ table: calls, handlers, log }), logged };
}

/** A door behind which nothing may be reached. */
function shutDoor(): { dispatch: Dispatch; reached: () => number } {
  let reached = 0;
  const { dispatch } = doorTo(() => {
    reached += 1;
    return err({ code: "internal" });
  });
  return { dispatch, reached: () => reached };
}

/** A schema and every schema inside it; checks only narrow a schema and are left out. */
function schemasIn(schema: z.core.$ZodType, seen = new Set<z.core.$ZodType>()): ReadonlySet<z.core.$ZodType> {
  if (seen.has(schema)) return seen;
  seen.add(schema);
  const { def } = schema._zod;
  // `type` tells which kind of definition it is.
  if (def.type === "lazy") visit((def as z.core.$ZodLazyDef).getter(), seen);
  for (const [key, part] of Object.entries(def)) if (key !== "checks") visit(part, seen);
  return seen;
}

function visit(part: unknown, seen: Set<z.core.$ZodType>): void {
  if (typeof part !== "object" || part === null) return;
  // Only zod's own schemas have this member.
  if ("_zod" in part) schemasIn(part as z.core.$ZodType, seen);
  else if (Array.isArray(part) || Object.getPrototypeOf(part) === Object.prototype) {
    for (const inner of Object.values(part)) visit(inner, seen);
  }
}

function objectsIn(schema: z.core.$ZodType): z.core.$ZodObjectDef[] {
  // `type` tells which kind of definition it is.
  return [...schemasIn(schema)]
    .map((inner) => inner._zod.def)
    .filter((def) => def.type === "object") as z.core.$ZodObjectDef[];
}

const oversized = { text: "a".repeat(requestLimitBytes + 1) };
const deep = JSON.parse("[".repeat(40) + "]".repeat(40)) as unknown;
const proto = JSON.parse('{"__proto__":{"ok":true}}') as unknown;

for (const [name, { request, response, errors }] of lines) {
  // `AnyChannel` says `any` so that it admits every schema; a schema is what each of them is.
  const [asked, given] = [request, response] as readonly [z.core.$ZodType, z.core.$ZodType];

  describe(`the door before ${name}`, () => {
    it("takes strict objects only, at every depth", () => {
      for (const def of objectsIn(asked)) assert.equal(def.catchall?._zod.def.type, "never");
    });

    it("lets no undeclared field out, at any depth", () => {
      for (const inner of schemasIn(given)) {
        const { type } = inner._zod.def;
        assert.ok(!["any", "unknown", "custom"].includes(type), `${name} answers with ${type}`);
      }
      for (const def of objectsIn(given)) assert.ok([undefined, "never"].includes(def.catchall?._zod.def.type));
    });

    it("declares codes that exist, each once", () => {
      assert.equal(new Set<ErrorCode>(errors).size, errors.length);
      for (const code of errors) assert.ok(code in errorCodes);
    });

    it("refuses unknown fields, size, depth, keys and broken text before the handler runs", async () => {
      const { dispatch, reached } = shutDoor();
      assert.equal(codeOf(await dispatch(name, { neverDeclaredAnywhere: 1 })), "bad-request");
      assert.equal(codeOf(await dispatch(name, oversized)), "bad-request");
      assert.equal(codeOf(await dispatch(name, deep)), "bad-request");
      assert.equal(codeOf(await dispatch(name, proto)), "bad-request");
      assert.equal(codeOf(await dispatch(name, { text: "吉\ud842" })), "text-invalid");
      for (const wrong of [undefined, null, 0, "", [], true]) {
        assert.equal(codeOf(await dispatch(name, wrong)), "bad-request");
      }
      assert.equal(reached(), 0);
    });
  });
}

function codeOf(outcome: Awaited<ReturnType<Dispatch>>): string {
  return outcome.ok ? "ok" : outcome.error.code;
}

describe("the door before the whole table", () => {
  const names = lines.map(([name]) => name);

  it("answers any JSON under any known name with a result, and repeats none of it", async () => {
    const { dispatch } = doorTo(() => {
      throw new Error("漏");
    });
    const marked = fc.jsonValue({ maxDepth: 4, stringUnit: fc.constantFrom("漏", "a", "\ud842") as never });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), marked, async (name, payload) => {
        const outcome = await dispatch(name, payload);
        assert.equal(outcome.ok, false);
        assert.doesNotMatch(JSON.stringify(outcome), /漏/u);
      }),
      { numRuns: 500 },
    );
  });

  it("knows no call under any other name", async () => {
    const { dispatch, reached } = shutDoor();
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary", maxLength: 40 }), async (name) => {
        fc.pre(!names.includes(name));
        assert.equal(codeOf(await dispatch(name, {})), "unknown-call");
      }),
    );
    for (const name of ["__proto__", "constructor.name", "vault.__proto__", "vault.constructor", "vault"]) {
      assert.equal(codeOf(await dispatch(name, {})), "unknown-call");
    }
    assert.equal(reached(), 0);
  });

  it("turns a code that the call does not declare into `internal`", async () => {
    const { dispatch, logged } = doorTo(() => err({ code: "unknown-decision", details: { id: "漏" } }));
    const outcome = await dispatch("app.start", {});
    assert.equal(codeOf(outcome), "internal");
    assert.equal(logged.length, 1);
    assert.doesNotMatch(JSON.stringify([outcome, logged]), /漏/u);
  });
});
