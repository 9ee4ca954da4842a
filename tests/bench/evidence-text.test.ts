import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { after, test } from "node:test";
import { createEvidenceReader } from "../../electron/parsing/evidence/evidence-reader.ts";
import { xlsxOf } from "../support/evidence-files/office-files.ts";
import { must } from "../support/must.ts";
import { renderSamplePdf, sampleData } from "../support/sample-pdf.ts";
import { setScene } from "../support/scene.ts";
import { startTestEngine } from "../support/test-engine.ts";

/** Measures, never judges. KURA_PAGES sets the length of the PDF. */
const pageCount = Number(process.env["KURA_PAGES"] ?? 300);
const lines: { what: string; value: string }[] = [];
after(() => console.table(lines));

const paragraph = "審査対象の𠮷田 葛󠄀馬は、架空大学で十年にわたり半導体の研究に従事し、論文を多数発表した。";
const pdfOf = (): Promise<Uint8Array> =>
  renderSamplePdf({ ...sampleData, pageCount, paragraphs: Array.from({ length: 25 }, () => paragraph) });

test("how fast text is taken out", async () => {
  const reader = createEvidenceReader();
  const pdf = await pdfOf();
  const book = xlsxOf(Array.from({ length: 20_000 }, (_, row) => [`${row}`, "髙橋", "架空大学", "2026-11-23"]));
  const files = [
    ["PDF", "application/pdf", pdf, pageCount, "pages/s"],
    [
      "XLSX of 20 000 rows",
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      book,
      20_000,
      "rows/s",
    ],
  ] as const;
  for (const [name, mediaType, bytes, count, unit] of files) {
    const startedMs = performance.now();
    const read = await reader.takeText({ mediaType, bytes: new Uint8Array(bytes) });
    if (!read.ok) throw new Error(read.error);
    const seconds = (performance.now() - startedMs) / 1_000;
    lines.push({
      what: `${name}, ${count} in all, worker start included`,
      value: `${(count / seconds).toFixed(0)} ${unit}`,
    });
  }
});

test("answers while text is taken out", async () => {
  const kura = await startTestEngine({ readAfterMs: 1 });
  try {
    const { dossierId } = await setScene(kura);
    const path = join(kura.folder, "長い.pdf");
    writeFileSync(path, await pdfOf());
    const { template } = must(await kura.host.checklist.open({ dossierId }));
    const [item] = template.sections.flatMap((section) => section.items);
    if (item === undefined) throw new Error("no item");
    const measure = async (what: string, whileBusy: () => Promise<boolean>): Promise<void> => {
      const tookMs: number[] = [];
      while (tookMs.length < 100 || (tookMs.length < 2_000 && (await whileBusy()))) {
        const { answers } = must(await kura.host.checklist.open({ dossierId }));
        const baseRevision = answers.find((answer) => answer.itemId === item.id)?.revision ?? 0;
        const startedMs = performance.now();
        must(
          await kura.host.checklist.record({
            dossierId,
            itemId: item.id as never,
            baseRevision,
            patch: { reason: `髙﨑 ${tookMs.length}` },
          }),
        );
        tookMs.push(performance.now() - startedMs);
        await new Promise((rested) => setTimeout(rested, 10));
      }
      const sorted = tookMs.toSorted((a, b) => a - b);
      const p95 = sorted[Math.floor(sorted.length * 0.95)] ?? 0;
      lines.push({ what: `answer ${what}, p95 of ${sorted.length}`, value: `${p95.toFixed(1)} ms` });
    };
    await measure("with nothing else going on", async () => false);
    const kind = { evidenceType: "registry_copy", sourceType: "registry", reliability: "A" } as const;
    const details = { ...kind, title: "長い", origin: "", location: "", capturedAt: null, capturedBy: "", note: "" };
    kura.answers["evidence"] = [path];
    must(await kura.host.evidence.attach({ dossierId, itemId: null, taskId: "long", details }));
    await measure("while a long PDF is read", async () => {
      const { texts } = must(await kura.host.reading.texts({ dossierId }));
      return texts.some((one) => one.state === "waiting");
    });
  } finally {
    await kura.close();
  }
});
