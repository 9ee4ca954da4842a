/** One static check: a tool, its arguments, and the sentence that names it. */
export interface Check {
  readonly name: string;
  /** Path of the tool's script under node_modules, or of its native binary when `native`. */
  readonly tool: string;
  readonly native?: boolean;
  readonly args: readonly string[];
}

/** What one npm script runs: static checks first, then the test files of some folders. */
export interface Suite {
  readonly checks: readonly Check[];
  /** Globs of test files, from the project's root. */
  readonly files: readonly string[];
  /** How many test files run at once. Measurements run alone. */
  readonly parallel: number;
  /** Environment for the test files, unless the caller has set the same names. */
  readonly env?: Readonly<Record<string, string>>;
  /** Whether the Electron smoke journey belongs to the suite. */
  readonly electron?: boolean;
}

const floors = ["shared", "electron", "renderer", "tests"] as const;

const types: readonly Check[] = floors.map((floor) => ({
  name: `types of ${floor}`,
  tool: "typescript/bin/tsc",
  args: ["-p", floor],
}));

const statics: readonly Check[] = [
  { name: "types, promises and walls of the house (eslint)", tool: "eslint/bin/eslint.js", args: ["."] },
  {
    name: "format and lint (biome)",
    tool: "@biomejs/biome/bin/biome",
    args: ["ci", "--error-on-warnings", "--colors=off", "."],
  },
  {
    name: "layers (dependency-cruiser)",
    tool: "dependency-cruiser/bin/dependency-cruise.mjs",
    args: ["--config", "tests/architecture/layers.cjs", "-T", "err-long", "shared", "electron", "renderer", "tests"],
  },
  ...types,
];

const quick = ["tests/unit/**/*.test.ts", "tests/integration/**/*.test.ts", "tests/contract/**/*.test.ts"];
const journeys = ["tests/e2e/**/*.test.ts"];
const hostile = ["tests/fuzz/**/*.{fuzz,test}.ts"];

/** The suites by the word after `npm run`. */
export const suites = {
  types: { checks: types, files: [], parallel: 2 },
  check: { checks: statics, files: quick, parallel: 2 },
  test: {
    checks: statics,
    files: [...quick, "tests/architecture/**/*.test.ts", "tests/security/**/*.test.ts", ...hostile, ...journeys],
    parallel: 2,
    electron: true,
  },
  e2e: { checks: [], files: journeys, parallel: 2, electron: true },
  fuzz: { checks: [], files: hostile, parallel: 2, env: { KURA_ROUNDS: "10000", KURA_RUNS: "200000" } },
  storm: { checks: [], files: ["tests/**/*{storm,power-cut}*.test.ts"], parallel: 1, env: { KURA_STORM: "25" } },
  bench: { checks: [], files: ["tests/bench/**/*.{bench,test}.ts"], parallel: 1 },
} as const satisfies Record<string, Suite>;

export type SuiteName = keyof typeof suites;
