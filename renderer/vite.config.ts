import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

/** Decoders for two kinds of scanned pages, which the reader of PDFs loads by their names when a page needs one. */
const pdfDecoders: Plugin = {
  name: "pdf-decoders",
  generateBundle() {
    for (const name of ["jbig2_nowasm_fallback.js", "openjpeg_nowasm_fallback.js"]) {
      const source = readFileSync(join(pdfPackage, "wasm", name));
      this.emitFile({ type: "asset", fileName: `assets/pdf/${name}`, source });
    }
  },
};

const pdfPackage = dirname(fileURLToPath(import.meta.resolve("pdfjs-dist/package.json")));
const pdfFile = "virtual:pdf-file/";

/** Puts the PDF reader's tables and fonts in the place of `pdf-files.ts`, one script for each, loaded when one is asked for. */
const pdfFiles: Plugin = {
  name: "pdf-files",
  resolveId: (id) => (id.startsWith(pdfFile) ? `\0${id}` : null),
  load: (id) => {
    if (id.startsWith(`\0${pdfFile}`)) {
      const bytes = readFileSync(join(pdfPackage, id.slice(pdfFile.length + 1)));
      return `export default ${JSON.stringify(bytes.toString("base64"))};`;
    }
    if (basename(id) !== "pdf-files.ts") return null;
    const names = ["cmaps", "standard_fonts"].flatMap((folder) =>
      readdirSync(join(pdfPackage, folder))
        .filter((name) => /\.(?:bcmap|pfb|ttf)$/u.test(name))
        .map((name) => [name, `${pdfFile}${folder}/${name}`] as const),
    );
    const lines = names.map(
      ([name, from]) => `${JSON.stringify(name)}: () => import(${JSON.stringify(from)}).then((file) => file.default)`,
    );
    return `export const pdfFiles = { ${lines.join(", ")} };`;
  },
};

const licenceFolder = fileURLToPath(new URL("../resources/licences", import.meta.url));
const licenceFile = "virtual:licence/";

/**
 * Puts the licences in the place of `licence-texts.ts`, one script for each, loaded when one is asked for. They are data: their
 * words name addresses, which no script of the page does, and go as base64 like the reader's tables.
 */
const licenceTexts: Plugin = {
  name: "licence-texts",
  resolveId: (id) => (id.startsWith(licenceFile) ? `\0${id}` : null),
  load: (id) => {
    if (id.startsWith(`\0${licenceFile}`)) {
      const bytes = readFileSync(join(licenceFolder, `${id.slice(licenceFile.length + 1)}.txt`));
      return `export default ${JSON.stringify(bytes.toString("base64"))};`;
    }
    if (basename(id) !== "licence-texts.ts") return null;
    const names = readdirSync(licenceFolder).map((name) => basename(name, ".txt"));
    const lines = names.map(
      (name) =>
        `${JSON.stringify(name)}: () => import(${JSON.stringify(licenceFile + name)}).then((file) => file.default)`,
    );
    return `export const licenceTexts = { ${lines.join(", ")} };`;
  },
};

/**
 * One build for development and release. Every script and style is a file of its own with its hash in its name, for the
 * content policy knows no inline code; nothing reads the environment.
 */
export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  base: "/",
  envDir: false,
  publicDir: false,
  plugins: [react(), pdfFiles, pdfDecoders, licenceTexts],
  worker: { format: "es" },
  build: {
    outDir: fileURLToPath(new URL("../dist/renderer", import.meta.url)),
    emptyOutDir: true,
    // Electron 45 and Debian's Chromium are both newer.
    target: "chrome140",
    assetsInlineLimit: 0,
    // The polyfill loads modules with fetch, which the policy refuses.
    modulePreload: { polyfill: false },
    sourcemap: false,
    reportCompressedSize: false,
    // The Japanese font is five megabytes a weight, and the machine it is read from is this one.
    chunkSizeWarningLimit: 4_096,
  },
});
