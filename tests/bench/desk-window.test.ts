import assert from "node:assert/strict";
import { cpus } from "node:os";
import { after, before, test } from "node:test";
import { type GalleryBrowser, startGallery } from "../support/gallery.ts";

/** Measures, never judges. KURA_ROWS sets how many rows the table has. */
const rows = process.env["KURA_ROWS"] ?? "100000";
/** How long the table is scrolled at each speed, in milliseconds. */
const scrollMs = 4_000;
/** A frame that took longer than this was dropped: one and a half of the sixtieth of a second. */
const droppedMs = 1.5 * (1_000 / 60);

let gallery: GalleryBrowser;
before(async () => {
  gallery = await startGallery();
});
after(() => gallery.close());

test("a long table is scrolled", async () => {
  const { page, close } = await gallery.open({ rows });
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  const heapMib = async (): Promise<number> => {
    const { metrics } = await session.send("Performance.getMetrics");
    return Math.round((metrics.find(({ name }) => name === "JSHeapUsedSize")?.value ?? Number.NaN) / 2 ** 20);
  };
  const lines: object[] = [];
  for (const [what, pxPerFrame] of [
    ["standing still", 0],
    ["reading, 20 px a frame", 20],
    ["a wheel, 120 px a frame", 120],
    ["a dragged bar, 20,000 px a frame", 20_000],
  ] as const) {
    const frames = await page.evaluate(
      ({ pxPerFrame, scrollMs }) =>
        new Promise<number[]>((resolve, reject) => {
          const frame = document.querySelector("#many table")?.parentElement;
          if (!frame) return reject(new Error("no table"));
          frame.scrollTop = 0;
          const deltas: number[] = [];
          const startedMs = performance.now();
          let lastMs: number | undefined;
          const step = (nowMs: number): void => {
            if (lastMs !== undefined) deltas.push(nowMs - lastMs);
            lastMs = nowMs;
            frame.scrollTop += pxPerFrame;
            if (performance.now() - startedMs < scrollMs) requestAnimationFrame(step);
            else resolve(deltas);
          };
          requestAnimationFrame(step);
        }),
      { pxPerFrame, scrollMs },
    );
    const sorted = frames.toSorted((a, b) => a - b);
    lines.push({
      what,
      frames: frames.length,
      dropped: frames.filter((frame) => frame > droppedMs).length,
      "p95 ms": sorted[Math.ceil(sorted.length * 0.95) - 1]?.toFixed(1),
      "worst ms": sorted.at(-1)?.toFixed(1),
      "heap MiB": await heapMib(),
    });
  }
  assert.ok((await page.locator("#many tbody tr").count()) < 200);
  await close();
  console.log(`${cpus().length} x ${cpus()[0]?.model ?? "unknown processor"}, ${rows} rows, headless Chromium`);
  console.table(lines);
});
