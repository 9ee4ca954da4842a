import react from "@vitejs/plugin-react";
import type { InlineConfig } from "vite";

/** How to build the gallery into a folder. It is for looking and testing; the release build does not know of it. */
export function galleryConfig(outDir: string): InlineConfig {
  return {
    root: decodeURIComponent(new URL(".", import.meta.url).pathname),
    configFile: false,
    envDir: false,
    logLevel: "warn",
    base: "./",
    plugins: [react()],
    build: { outDir, emptyOutDir: true, assetsInlineLimit: 0, modulePreload: { polyfill: false }, minify: false },
  };
}
