import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/**
 * One build for development and release. Every script and style is a file of its own with its hash in its name, for the
 * content policy knows no inline code; nothing reads the environment.
 */
export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  base: "/",
  envDir: false,
  publicDir: false,
  plugins: [react()],
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
