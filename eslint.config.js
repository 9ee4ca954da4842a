// Only what needs types or this house's own rules; everything else is in biome.json, which is faster.
import { parser, plugin } from "typescript-eslint";
import { house } from "./tests/architecture/house-rules.js";

const sources = ["shared/**/*.ts", "electron/**/*.ts", "renderer/**/*.ts", "renderer/**/*.tsx"];
const tests = ["tests/**/*.ts"];

const nodeTest = [
  {
    from: "package",
    package: "node:test",
    name: ["test", "it", "describe", "suite", "before", "after", "beforeEach", "afterEach"],
  },
];

const typed = {
  "@typescript-eslint/no-floating-promises": ["error", { allowForKnownSafeCalls: nodeTest }],
  "@typescript-eslint/no-misused-promises": "error",
  "@typescript-eslint/await-thenable": "error",
  "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
  "@typescript-eslint/no-unsafe-argument": "error",
  "@typescript-eslint/no-unsafe-assignment": "error",
  "@typescript-eslint/no-unsafe-call": "error",
  "@typescript-eslint/no-unsafe-member-access": "error",
  "@typescript-eslint/no-unsafe-return": "error",
};

export default [
  { ignores: ["dist/", "out/", "node_modules/", "renderer/vite.config.ts", "tests/fixtures/vaults/"] },
  {
    files: [...sources, ...tests],
    linterOptions: { reportUnusedDisableDirectives: "error" },
    languageOptions: { parser, parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { "@typescript-eslint": plugin, house },
    rules: typed,
  },
  {
    files: sources,
    rules: {
      "@typescript-eslint/explicit-module-boundary-types": "error",
      "house/cast-says-why": "error",
      "house/no-sqlite-exec": "error",
    },
  },
  {
    files: [
      "electron/vault/migrations/migrate.ts",
      "electron/vault/database.ts",
      "electron/vault/database-connection.ts",
    ],
    rules: { "house/no-sqlite-exec": "off" },
  },
  {
    files: ["renderer/**/*.ts", "renderer/**/*.tsx"],
    ignores: ["renderer/ui/composition.ts"],
    rules: { "house/no-raw-enter": "error" },
  },
];
