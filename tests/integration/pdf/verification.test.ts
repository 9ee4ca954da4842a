import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { verifyInWorker } from "../../../electron/pdf/verification/verify-in-worker.ts";
import { type VerifyOptions, verifyPdf } from "../../../electron/pdf/verification/verify-pdf.ts";
import { certificateAttacks } from "../../support/pdf-attacks/certificate-attacks.ts";
import { containerAttacks } from "../../support/pdf-attacks/container-attacks.ts";
import { dictionaryAttacks } from "../../support/pdf-attacks/dictionary-attacks.ts";
import { type Attack, createScene, type Scene } from "../../support/pdf-attacks/scene.ts";
import { signingAttacks } from "../../support/pdf-attacks/signing-attacks.ts";
import { structureAttacks } from "../../support/pdf-attacks/structure-attacks.ts";
import { updateAttacks } from "../../support/pdf-attacks/update-attacks.ts";
import { renderSamplePdf, rerenderSamplePdf, sampleData } from "../../support/sample-pdf.ts";
import { signingDayMs } from "../../support/signing-people.ts";

const nextDayMs = signingDayMs + 86_400_000;
/** How many bits are flipped, a third of them in the last signature value; a long campaign sets more. */
const flipRounds = Number(process.env["KURA_ROUNDS"] ?? 300);
const roundsInSignature = Math.ceil(flipRounds / 3);
const roundsAnywhere = flipRounds - roundsInSignature;

let scene: Scene;
before(async () => {
  scene = await createScene();
});

const peoplesRoots = (): Uint8Array[] => [scene.reviewer.rootDer, scene.approver.rootDer, scene.chair.rootDer];

function optionsFor(attack: Attack): VerifyOptions {
  return {
    trustedRoots: attack.roots?.(scene) ?? peoplesRoots(),
    nowMs: attack.nowMs ?? nextDayMs,
    ...(attack.requiredFields === undefined ? {} : { requiredFields: attack.requiredFields }),
    ...(attack.existedAtMs === undefined ? {} : { existedAtMs: attack.existedAtMs }),
    ...(attack.minimumRsaBits === undefined ? {} : { minimumRsaBits: attack.minimumRsaBits }),
  };
}

const tables: Readonly<Record<string, readonly Attack[]>> = {
  "the arrangement of bytes": structureAttacks,
  "later changes": updateAttacks,
  "what a signer may do": signingAttacks,
  "the signature dictionary": dictionaryAttacks,
  certificates: certificateAttacks,
  "the signature container": containerAttacks,
};

for (const [area, attacks] of Object.entries(tables)) {
  describe(`verifying ${area}`, () => {
    for (const attack of attacks) {
      it(`finds ${attack.verdict}: ${attack.name}`, async () => {
        const bytes = await attack.build(scene);
        const verdict = await verifyPdf(bytes, optionsFor(attack));
        assert.equal(verdict.verdict, attack.verdict, verdict.reasons.join(", "));
        if (attack.reason === undefined && attack.verdict === "valid") assert.deepEqual(verdict.reasons, []);
        if (attack.reason !== undefined) assert.ok(verdict.reasons.includes(attack.reason), verdict.reasons.join(", "));
      });
    }
  });
}

describe("flipping single bits of a paper with three signatures", () => {
  it(`never leaves it valid in ${roundsAnywhere} flips anywhere`, async () => {
    const [, , signed] = scene.signed;
    const random = seededRandom(20_261_122);
    for (let round = 0; round < roundsAnywhere; round += 1) {
      await assertFlipNoticed(signed, random(signed.length), random(8));
    }
  });

  it(`never leaves it valid in ${roundsInSignature} flips inside the last signature value`, async () => {
    const [, , signed] = scene.signed;
    const random = seededRandom(42);
    const start = Buffer.from(signed).lastIndexOf("/Contents <") + "/Contents <".length;
    for (let round = 0; round < roundsInSignature; round += 1)
      await assertFlipNoticed(signed, start + random(2200), random(8));
  });
});

describe("verifying in a worker", () => {
  it("gives the same verdict as verifying here", async () => {
    const options: VerifyOptions = { trustedRoots: peoplesRoots(), nowMs: nextDayMs, requiredFields: ["sig.chair"] };
    const [, , bytes] = scene.signed;
    assert.deepEqual(await verifyInWorker({ bytes, options }), await verifyPdf(bytes, options));
  });

  it("kills a worker that takes too long and calls the file invalid", async () => {
    const bytes = scene.signed[0];
    const options: VerifyOptions = { trustedRoots: [], nowMs: nextDayMs };
    const workerUrl = new URL(`data:text/javascript,${encodeURIComponent("for (;;);")}`);
    const verdict = await verifyInWorker({ bytes, options, timeLimitMs: 200, workerUrl });
    assert.deepEqual([verdict.verdict, verdict.reasons], ["invalid", ["verification-time-limit"]]);
  });

  it("stops a worker that takes too much memory and calls the file invalid", async () => {
    const program = "const kept = []; for (;;) kept.push(new Array(10_000).fill(kept.length));";
    const workerUrl = new URL(`data:text/javascript,${encodeURIComponent(program)}`);
    const options: VerifyOptions = { trustedRoots: [], nowMs: nextDayMs };
    const verdict = await verifyInWorker({ bytes: new Uint8Array(), options, memoryLimitMiB: 32, workerUrl });
    assert.deepEqual([verdict.verdict, verdict.reasons], ["invalid", ["verification-memory-limit"]]);
  });

  it("calls the file invalid when the worker breaks off or ends without a word", async () => {
    const options: VerifyOptions = { trustedRoots: [], nowMs: nextDayMs };
    for (const program of ["throw new Error()", "process.exit(0)", ""]) {
      const workerUrl = new URL(`data:text/javascript,${encodeURIComponent(program)}`);
      const verdict = await verifyInWorker({ bytes: new Uint8Array(), options, workerUrl });
      assert.deepEqual([verdict.verdict, verdict.reasons], ["invalid", ["verification-failed"]]);
    }
  });
});

describe("rendering a signed paper anew from its data", () => {
  const options = (): VerifyOptions => ({ trustedRoots: peoplesRoots(), nowMs: nextDayMs });

  it("passes the check when the same bytes come out", async () => {
    const [, , bytes] = scene.signed;
    const verdict = await verifyInWorker({ bytes, options: options(), regenerate: rerenderSamplePdf });
    assert.equal(verdict.verdict, "valid");
    assert.equal(verdict.checks.find(({ check }) => check === "regeneration")?.outcome, "passed");
  });

  it("calls the paper invalid when other pages come out", async () => {
    const [, , bytes] = scene.signed;
    const regenerate = async (): Promise<Uint8Array> => renderSamplePdf({ ...sampleData, title: "別の票" });
    const verdict = await verifyPdf(bytes, options(), regenerate);
    assert.deepEqual([verdict.verdict, verdict.reasons], ["invalid", ["pages-differ-from-data"]]);
  });

  it("calls the paper invalid when rendering fails", async () => {
    const [, , bytes] = scene.signed;
    const verdict = await verifyPdf(bytes, options(), () => Promise.reject(new Error("no fonts")));
    assert.deepEqual(verdict.reasons, ["render-failed"]);
  });
});

async function assertFlipNoticed(signed: Uint8Array, atByte: number, bit: number): Promise<void> {
  const flipped = Buffer.from(signed);
  flipped.writeUInt8(flipped.readUInt8(atByte) ^ (1 << bit), atByte);
  const { verdict } = await verifyPdf(flipped, { trustedRoots: peoplesRoots(), nowMs: nextDayMs });
  assert.equal(verdict, "invalid", `bit ${bit} of byte ${atByte}`);
}

/** A small generator with a fixed seed, so that a failure can be repeated. */
function seededRandom(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    return (state >>> 8) % limit;
  };
}
