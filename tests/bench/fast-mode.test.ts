/**
 * How soon the next question stands in the window after a key in fast mode. The page itself takes both times: at the key,
 * before anything of ours sees it, and in the frame after the one in which the next question was drawn. Prints, judges nothing.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright";
import type { Dossier } from "../../shared/domain/dossier.ts";
import { carryList } from "../support/carry-list.ts";
import { type CaseJourney, startCaseJourney } from "../support/case-journey.ts";
import { must } from "../support/must.ts";

/** What the page measured: milliseconds from the key to the changed page, and to the frame that shows it. */
interface Step {
  readonly key: string;
  readonly changedMs: number;
  readonly paintedMs: number;
}

interface Measuring {
  kuraSteps: Step[];
}

const room = "section[aria-label='一問表示']";

/** Puts the watch into the page: each key is timed until the question, or the end, has changed and a frame has shown it. */
async function watchSteps(page: Page): Promise<void> {
  await page.evaluate((selector) => {
    const measuring = globalThis as unknown as Measuring;
    measuring.kuraSteps = [];
    const standing = (): string =>
      document.querySelector(`${selector} [data-item]`)?.getAttribute("data-item") ?? "end";
    let pressed: { key: string; atMs: number; from: string } | undefined;
    window.addEventListener(
      "keydown",
      ({ key }) => {
        pressed = { key, atMs: performance.now(), from: standing() };
      },
      true,
    );
    new MutationObserver(() => {
      if (pressed === undefined || standing() === pressed.from) return;
      const { key, atMs } = pressed;
      const changedMs = performance.now() - atMs;
      pressed = undefined;
      // The first callback runs before the frame is drawn, the one after it once that frame is out.
      requestAnimationFrame(() =>
        requestAnimationFrame(() => measuring.kuraSteps.push({ key, changedMs, paintedMs: performance.now() - atMs })),
      );
    }).observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ["data-item"] });
  }, room);
}

const stepsOf = (page: Page): Promise<Step[]> =>
  page.evaluate(() => (globalThis as unknown as Measuring).kuraSteps.splice(0));

async function openRun(journey: CaseJourney, dossier: Dossier): Promise<void> {
  const { page } = journey;
  await journey.show(dossier, "確認");
  await page.locator("[data-place='answer']").waitFor();
  await page.keyboard.press("f");
  await page.getByRole("heading", { name: /項目に続けて答えます/u }).waitFor();
  for (const key of ["o", "a", "Enter"]) await page.keyboard.press(key);
  await page.locator(`${room} [data-item]`).waitFor();
}

/** Presses one key so often, each once the step before is on screen, as a quick hand would. */
async function press(page: Page, key: string, times: number): Promise<Step[]> {
  for (let done = 0; done < times; done += 1) {
    await page.keyboard.press(key);
    await page.waitForFunction((count) => (globalThis as unknown as Measuring).kuraSteps.length >= count, done + 1);
    await page.waitForTimeout(120);
  }
  return stepsOf(page);
}

function at(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

function line(name: string, steps: readonly Step[]): string {
  const shares = (pick: (step: Step) => number): string => {
    const values = steps.map(pick);
    return `p50 ${at(values, 0.5).toFixed(1)}  p95 ${at(values, 0.95).toFixed(1)}  worst ${Math.max(...values).toFixed(1)} ms`;
  };
  const painted = shares((step) => step.paintedMs);
  return `${name}, ${steps.length} steps: drawn ${shares((step) => step.changedMs)} | on screen ${painted}`;
}

test("the next question after a key", { timeout: 300_000 }, async (t) => {
  const journey = await startCaseJourney();
  t.after(() => journey.close());
  const { page, client } = journey;
  await carryList(journey, journey.folder);
  const answered: Step[] = [];
  const undone: Step[] = [];
  const moved: Step[] = [];
  for (let round = 0; round < 3; round += 1) {
    const dossier = await journey.newCase();
    must(await client.screening.run({ dossierId: dossier.id }));
    await openRun(journey, dossier);
    if (round === 0) await watchSteps(page);
    moved.push(...(await press(page, "j", 10)), ...(await press(page, "k", 10)));
    answered.push(...(await press(page, "1", 20)));
    undone.push(...(await press(page, "u", 1)));
    await page.keyboard.press("f");
  }
  for (const [name, steps] of [
    ["answer", answered],
    ["move", moved],
    ["undo", undone],
  ] as const)
    t.diagnostic(line(name, steps));
  assert.ok(answered.length >= 40, `${answered.length} answers were timed`);
});
