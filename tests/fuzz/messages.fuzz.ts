import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import fc from "fast-check";
import { calls } from "../../shared/contract/calls.ts";
import { type CallTable, universalCodes } from "../../shared/contract/channel.ts";
import { answerDialogs, examplesFor } from "../contract/examples.ts";
import { must } from "../support/must.ts";
import { type Scene, setScene } from "../support/scene.ts";
import { startTestEngine, type TestEngine } from "../support/test-engine.ts";

/** Spoilt messages per run; `KURA_ROUNDS` sets more for a long campaign. */
const numRuns = Number(process.env["KURA_ROUNDS"] ?? 400);

/** No message may keep the engine busy for longer; key derivations on a busy machine are well within. */
const patienceMs = 20_000;

const table: CallTable = calls;

let kura: TestEngine;
let scene: Scene;
let corpus: readonly (readonly [name: string, request: unknown])[];

before(async () => {
  kura = await startTestEngine();
  scene = await setScene(kura);
  const examples = examplesFor(scene, { importId: await scene.triedImport(), answerRevision: 1 });
  corpus = Object.entries(examples).flatMap(([area, verbs]) =>
    Object.entries(verbs).map(([verb, request]) => [`${area}.${verb}`, request] as const),
  );
});
after(() => kura.close());

/** What somebody might put where something else belongs. */
const oddValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    false,
    [],
    {},
    "",
    0,
    -1,
    0.5,
    2 ** 53,
    1e308,
    "\uD800",
    "\u0000",
    "𠮷",
    "../../x",
  ),
  fc.constantFrom<unknown>({ __proto__: { polluted: 1 } }, { constructor: { prototype: {} } }, { toString: 1 }, [
    [[[[]]]],
  ]),
  fc.jsonValue({ maxDepth: 3 }),
  fc.string({ unit: "binary", maxLength: 300 }),
  fc.integer({ min: 1, max: 4 }).map((times) => "長".repeat(10 ** times * 2)),
  fc.constant(nested(400)),
);

function nested(depth: number): unknown {
  let value: unknown = "x";
  for (let level = 0; level < depth; level += 1) value = level % 2 === 0 ? [value] : { a: value };
  return value;
}

interface Spoiling {
  /** Picks a place by walking; each number picks one of the parts there. */
  readonly way: readonly number[];
  readonly act: "replace" | "remove" | "add" | "swap";
  readonly value: unknown;
}

const spoiling: fc.Arbitrary<Spoiling> = fc.record({
  way: fc.array(fc.nat(50), { minLength: 1, maxLength: 5 }),
  act: fc.constantFrom("replace", "remove", "add", "swap"),
  value: oddValue,
});

/** A copy of the message with one place spoilt. */
function spoil(message: unknown, { way, act, value }: Spoiling): unknown {
  const [step = 0, ...rest] = way;
  if (typeof message !== "object" || message === null) return act === "remove" ? null : value;
  if (Array.isArray(message)) {
    const list: readonly unknown[] = message;
    if (act === "add" || list.length === 0) return [...list, value];
    const at = step % list.length;
    return list.map((part, index) => (index === at ? spoil(part, { way: rest, act, value }) : part));
  }
  const parts: [string, unknown][] = Object.entries(message);
  const picked = parts[step % Math.max(1, parts.length)];
  if (act === "add" || picked === undefined) return { ...message, [`stray${step}`]: value };
  const [key, part] = picked;
  if (rest.length > 0 && typeof part === "object" && part !== null)
    return { ...message, [key]: spoil(part, { way: rest, act, value }) };
  if (act === "remove") return Object.fromEntries(parts.filter(([other]) => other !== key));
  if (act === "swap") return { ...message, [key]: parts[(step + 1) % parts.length]?.[1] };
  return { ...message, [key]: value };
}

async function unlock(): Promise<void> {
  must(await kura.host.vault.unlock({ vaultId: scene.vaultId, passphrase: scene.desk.passphrase }));
}

function codesOf(name: string): ReadonlySet<string> {
  const [area = "", verb = ""] = name.split(".");
  return new Set([...(table[area]?.[verb]?.errors ?? []), ...universalCodes]);
}

async function withinPatience<T>(name: string, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`${name} does not answer`)), patienceMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

test("a spoilt message is refused with a code of its call, never with a fault of ours, and never hangs", async (t) => {
  const outcomes = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(fc.nat(), fc.array(spoiling, { minLength: 1, maxLength: 3 }), async (which, spoilings) => {
      const [name = "", request] = corpus[which % corpus.length] ?? [];
      const spoilt = spoilings.reduce(spoil, request);
      answerDialogs(scene, name);
      const outcome = await withinPatience(name, kura.engine.dispatch(name, spoilt));
      const code = outcome.ok ? "ok" : outcome.error.code;
      outcomes.set(code, (outcomes.get(code) ?? 0) + 1);
      // A message may lock the vault, by asking for another one; what lies behind the door must stay within reach.
      if (code === "vault-locked") await unlock();
      assert.notEqual(code, "internal", name);
      if (!outcome.ok) assert.ok(codesOf(name).has(code), `${name} answered ${code}`);
    }),
    { numRuns },
  );
  t.diagnostic([...outcomes].map(([code, count]) => `${code} ${count}`).join(", "));
  assert.equal(({} as Record<string, unknown>)["polluted"], undefined);
  assert.ok((outcomes.get("bad-request") ?? 0) > numRuns / 3);
});

test("after all of it the vault opens, its trail is whole and its cases are there", async () => {
  await kura.host.vault.lock({});
  await unlock();
  assert.equal(must(await kura.host.trail.check({})).verdict, "whole");
  assert.ok(must(await kura.host.dossiers.list({})).rows.length >= 2);
});
