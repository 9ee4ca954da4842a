import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { z } from "zod";
import { createDispatch, type Dispatch } from "../../../../electron/ipc/dispatch.ts";
import { channel, type Fault, type Handlers } from "../../../../shared/contract/channel.ts";
import { err, ok } from "../../../../shared/result.ts";
import { createTempLog, type LoggedLine } from "../../../support/temp-log.ts";

/** A rule that throws on what it did not expect. */
const tripping = z.string().refine((day) => {
  if (day === "") throw new Error("髙﨑");
  return true;
});

const table = {
  desk: {
    note: channel({
      request: z.strictObject({ name: z.string().max(20), notes: z.array(z.string()).optional() }),
      response: z.object({ name: z.string() }),
      errors: ["vault-locked", "storage-full"],
    }),
    date: channel({ request: z.strictObject({ day: tripping }), response: z.object({}), errors: [] }),
    slow: channel({ request: z.strictObject({ turn: z.int() }), response: z.object({ turn: z.int() }), errors: [] }),
  },
} as const;

type DeskHandlers = Handlers<typeof table>["desk"];

function makeDispatch(given: Partial<DeskHandlers>): { dispatch: Dispatch; lines: readonly LoggedLine[] } {
  const { log, lines } = createTempLog();
  const desk: DeskHandlers = {
    note: async ({ name }) => ok({ name }),
    date: async () => ok({}),
    slow: async ({ turn }) => ok({ turn }),
    ...given,
  };
  return { dispatch: createDispatch({ table, handlers: { desk }, log, serial: [["desk.slow"]] }), lines };
}

describe("the door", () => {
  it("hands a request to its handler and the answer back", async () => {
    const { dispatch } = makeDispatch({});
    assert.deepEqual(await dispatch("desk.note", { name: "𠮷野 葛󠄀" }), ok({ name: "𠮷野 葛󠄀" }));
  });

  for (const name of [
    "",
    "desk",
    "desk.",
    "desk.burn",
    "desk.note.more",
    "__proto__.note",
    "desk.constructor",
    "toString",
  ]) {
    it(`knows no call named "${name}"`, async () => {
      assert.deepEqual(await makeDispatch({}).dispatch(name, {}), err({ code: "unknown-call" }));
    });
  }

  it("refuses an unknown field and names its place, not its value", async () => {
    const { dispatch } = makeDispatch({});
    const answer = await dispatch("desk.note", { name: "髙橋", secret: "﨑" });
    assert.deepEqual(answer, err({ code: "bad-request", details: { path: "" } }));
  });

  it("answers with a reference when a rule of the schema trips, and logs no word of it", async () => {
    const { dispatch, lines } = makeDispatch({});
    const answer = await dispatch("desk.date", { day: "" });
    assert.equal(answer.ok ? "ok" : answer.error.code, "internal");
    assert.equal(lines.length, 1);
    assert.ok(!JSON.stringify(lines).includes("髙﨑"));
    assert.deepEqual(await dispatch("desk.date", { day: "2027-01-31" }), ok({}));
  });

  it("names the path of the first problem only", async () => {
    const answer = await makeDispatch({}).dispatch("desk.note", { name: "髙橋", notes: ["a", 2, 3] });
    assert.deepEqual(answer, err({ code: "bad-request", details: { path: "notes[1]" } }));
  });

  it("says how long a text may be that is too long", async () => {
    const answer = await makeDispatch({}).dispatch("desk.note", { name: "髙".repeat(21) });
    assert.deepEqual(answer, err({ code: "text-too-long", details: { path: "name", limit: 20 } }));
  });

  it("never repeats the refused value", async () => {
    const answer = await makeDispatch({}).dispatch("desk.note", { name: "秘密".repeat(20) });
    assert.doesNotMatch(JSON.stringify(answer), /秘/u);
  });

  it("takes off what the response does not declare", async () => {
    const { dispatch } = makeDispatch({ note: async () => ok({ name: "x", passphrase: "漏" }) });
    assert.deepEqual(await dispatch("desk.note", { name: "x" }), ok({ name: "x" }));
  });

  it("passes a declared refusal on", async () => {
    const { dispatch } = makeDispatch({ note: async () => err({ code: "storage-full", details: { freeBytes: 12 } }) });
    const answer = await dispatch("desk.note", { name: "x" });
    assert.deepEqual(answer, err({ code: "storage-full", details: { freeBytes: 12 } }));
  });

  it("drops details that are too long to be an id", async () => {
    const details = { note: "長".repeat(201), count: Number.NaN, kept: 1 };
    const { dispatch } = makeDispatch({ note: async () => err({ code: "storage-full", details }) });
    assert.deepEqual(await dispatch("desk.note", { name: "x" }), err({ code: "storage-full", details: { kept: 1 } }));
  });

  it("drops fields of a refusal that a fault does not have", async () => {
    const fault = { code: "storage-full", message: "秘密", reference: "not-for-this-code" } as const;
    const { dispatch } = makeDispatch({ note: async () => err(fault) });
    assert.deepEqual(await dispatch("desk.note", { name: "x" }), err({ code: "storage-full" }));
  });
});

describe("the door, when something was not foreseen", () => {
  // Each of these handlers breaks its own type, as code under a cast or a library in its place might.
  const broken: Readonly<Record<string, DeskHandlers["note"]>> = {
    "a throw": () => Promise.reject(new TypeError("秘密 /home/somebody")),
    "a throw before the promise": () => {
      throw new RangeError("秘密 /home/somebody");
    },
    "a thrown text": () => Promise.reject("秘密 /home/somebody"),
    "a response that misfits": async () => ok({ name: 5 } as unknown as { name: string }),
    "a code nobody declared": async () => err({ code: "edition-duplicate" } as unknown as { code: "vault-locked" }),
    "no result at all": async () => undefined as unknown as Awaited<ReturnType<DeskHandlers["note"]>>,
  };

  for (const [name, note] of Object.entries(broken)) {
    it(`answers ${name} with internal and a reference that is in the log`, async () => {
      const { dispatch, lines } = makeDispatch({ note });
      const answer = await dispatch("desk.note", { name: "x" });
      assert.ok(!answer.ok);
      assert.equal(answer.error.code, "internal");
      assert.match(answer.error.reference ?? "", /^[0-9a-f]{8}$/u);
      assert.equal(lines.length, 1);
      assert.equal(lines[0]?.fields["reference"], answer.error.reference);
      assert.doesNotMatch(JSON.stringify([answer, lines]), /秘密|home/u);
    });
  }

  it("logs the class of what was thrown", async () => {
    const { dispatch, lines } = makeDispatch({ note: () => Promise.reject(new TypeError("x")) });
    await dispatch("desk.note", { name: "x" });
    assert.equal(lines[0]?.fields["class"], "TypeError");
  });
});

describe("a refusal inside something thrown", () => {
  class DiskFull extends Error {}

  function doorWith(refusal: Fault | undefined): Dispatch {
    const desk: DeskHandlers = {
      note: () => Promise.reject(new DiskFull()),
      date: async () => ok({}),
      slow: async ({ turn }) => ok({ turn }),
    };
    const refusalIn = (thrown: unknown): Fault | undefined => (thrown instanceof DiskFull ? refusal : undefined);
    return createDispatch({ table, handlers: { desk }, log: createTempLog().log, refusalIn });
  }

  it("is passed on when any call may answer with it", async () => {
    const answer = await doorWith({ code: "storage-gone" })("desk.note", { name: "x" });
    assert.deepEqual(answer, err({ code: "storage-gone" }));
  });

  it("becomes `internal` when the call does not declare it", async () => {
    const answer = await doorWith({ code: "unknown-decision" })("desk.note", { name: "x" });
    assert.ok(!answer.ok && answer.error.code === "internal");
  });
});

describe("calls at the same time", () => {
  it("runs the calls of a serial group one after another, in order of arrival", async () => {
    const seen: string[] = [];
    const { dispatch } = makeDispatch({
      slow: async ({ turn }) => {
        seen.push(`begin ${turn}`);
        await new Promise((resolve) => setTimeout(resolve, 10 - 3 * turn));
        seen.push(`end ${turn}`);
        return ok({ turn });
      },
    });
    await Promise.all([1, 2, 3].map((turn) => dispatch("desk.slow", { turn })));
    assert.deepEqual(seen, ["begin 1", "end 1", "begin 2", "end 2", "begin 3", "end 3"]);
  });

  it("does not keep other calls waiting for a serial group", async () => {
    const { dispatch } = makeDispatch({ slow: () => new Promise(() => undefined) });
    void dispatch("desk.slow", { turn: 1 });
    assert.deepEqual(await dispatch("desk.note", { name: "x" }), ok({ name: "x" }));
  });

  it("goes on with the group after a call of it has thrown", async () => {
    const { dispatch } = makeDispatch({
      slow: async ({ turn }) => (turn === 1 ? Promise.reject(new Error("x")) : ok({ turn })),
    });
    const [first, second] = await Promise.all([1, 2].map((turn) => dispatch("desk.slow", { turn })));
    assert.equal(first?.ok, false);
    assert.deepEqual(second, ok({ turn: 2 }));
  });
});
