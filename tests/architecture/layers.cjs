/**
 * The import rules of the house. `npm run check` cruises the tree with them; `layers.test.ts` plants a breach of each,
 * type imports included, and expects it to be found by name. The table of rooms is walls.cjs; where it deviates from
 * the design, DECISIONS.md says why.
 */
const { walls } = require("./walls.cjs");

const networkBuiltins = ["http", "https", "http2", "net", "dns", "tls", "dgram", "inspector", "quic"];
const networkPackages = ["undici", "ws", "axios", "got", "node-fetch", "electron-updater", "socket.io-client"];

/** Where a process or a page starts; whatever no entry leads to is dead. */
const entries = [
  "^electron/(bundle|screening/readings/compile-readings|shell/main|preload/preload|engine/engine-process|cli/kura|.*-worker)\\.ts$",
  "^electron/setup/",
  "^renderer/(main\\.tsx|vite\\.config\\.ts|gallery/)",
  "^shared/assert\\.ts$",
];

/** Walls between single files, and the rules that hold everywhere. */
const single = [
  {
    name: "features-do-not-import-each-other",
    comment: "Share through ui, stores or shared; app brings features together.",
    from: { path: "^renderer/features/([^/]+)/" },
    to: { path: "^renderer/features/", pathNot: "^renderer/features/$1/" },
  },
  {
    name: "services-take-types-and-shapes-of-tables",
    comment: "A table is opened once, by tables/all.ts; take its type, or the shape of its rows.",
    from: { path: "^electron/services/" },
    to: {
      path: "^electron/vault/tables/",
      pathNot: "^electron/vault/tables/(all|[a-z]+-table)\\.ts$",
      dependencyTypesNot: ["type-only"],
    },
  },
  {
    name: "sqlite-only-in-database",
    comment: "vault/database.ts and the connection it makes are the one keyhole; take its Database type instead.",
    from: {
      path: "^(shared|electron|renderer)/",
      pathNot: "^electron/vault/(database(-connection)?\\.ts|migrations/)",
    },
    to: { path: "^node_modules/better-sqlite3|^(node:)?sqlite$" },
  },
  {
    name: "argon2-only-in-kdf",
    comment: "Keys come from passphrases in vault/crypto/kdf.ts alone.",
    from: { path: "^(shared|electron|renderer)/", pathNot: "^electron/vault/crypto/kdf\\.ts$" },
    to: { path: "^node_modules/@node-rs/" },
  },
  {
    name: "hpke-only-in-hpke",
    comment: "What is sealed for a person is sealed in vault/crypto/hpke.ts, with one suite, alone.",
    from: { path: "^(shared|electron|renderer)/", pathNot: "^electron/vault/crypto/hpke\\.ts$" },
    to: { path: "^node_modules/@hpke/" },
  },
  {
    name: "migrations-are-frozen",
    comment:
      "A released step must mean the same for ever: copy what you need into it. Only a type of SQLite may be named.",
    from: { path: "^electron/vault/migrations/0" },
    to: { path: ".", pathNot: "^node_modules/better-sqlite3/" },
  },
  {
    name: "migrations-take-only-a-type",
    comment: "The runner opens the database; a step gets it as an argument.",
    from: { path: "^electron/vault/migrations/" },
    to: { path: "^node_modules/better-sqlite3/", dependencyTypesNot: ["type-only"] },
  },
  {
    name: "electron-types-only-in-shell",
    comment: "Electron is a doormat: what you need of it is a port in electron/ports.ts.",
    from: { path: "^(shared|electron|renderer)/", pathNot: "^electron/(shell|preload)/" },
    to: { path: "^node_modules/electron/" },
  },
  {
    name: "electron-values-only-in-main-and-preload",
    comment: "Take the Electron object as an argument, so that a test can pass a fake.",
    from: { path: "^electron/", pathNot: "^electron/(shell/main|preload/preload)\\.ts$" },
    to: { path: "^node_modules/electron/", dependencyTypesNot: ["type-only"] },
  },
  {
    name: "no-network",
    comment: "Nothing leaves this machine. Speak over a pipe or a MessagePort.",
    from: { path: "^(shared|electron|renderer)/" },
    to: { path: `^(node:)?(${networkBuiltins.join("|")})(/|$)|^node_modules/(${networkPackages.join("|")})/` },
  },
  {
    name: "no-child-processes",
    comment: "The app starts no other program. Workers and the utility process are started by the engine's hosts.",
    from: { path: "^(shared|electron|renderer)/", pathNot: "^electron/setup/" },
    to: { path: "^(node:)?(child_process|cluster)$" },
  },
  {
    name: "nobody-imports-setup",
    comment: "Setup prepares a fresh clone; the app does not know it.",
    from: { pathNot: "^(electron/setup|tests)/" },
    to: { path: "^electron/setup/" },
  },
  {
    name: "source-does-not-import-tests",
    comment: "What both need belongs to the source.",
    from: { path: "^(shared|electron|renderer)/" },
    to: { path: "^tests/" },
  },
  {
    name: "shipped-code-uses-shipped-packages",
    comment: "A package the app runs on stands under dependencies, with a decision.",
    from: {
      path: "^(shared|electron|renderer)/",
      pathNot: "^(electron/bundle\\.ts|renderer/vite\\.config\\.ts|renderer/gallery/.*)$",
    },
    to: {
      dependencyTypes: ["npm-dev"],
      dependencyTypesNot: ["type-only"],
      pathNot: "^node_modules/(electron|@types)/",
    },
  },
  {
    name: "packages-are-listed",
    comment: "Name the package in package.json; one that came along with another may go with it.",
    from: {},
    to: { dependencyTypes: ["npm-no-pkg", "npm-unknown"] },
  },
  {
    name: "imports-resolve",
    comment: "This path leads nowhere.",
    from: {},
    to: { couldNotResolve: true },
  },
  {
    name: "no-cycles",
    comment: "Two files that need each other are one idea or three; type imports count.",
    from: {},
    to: { circular: true },
  },
  {
    name: "no-dead-modules",
    comment: "No way leads here from an entry point. Use it or delete it.",
    from: { path: entries },
    to: { path: "^(shared|electron|renderer)/", pathNot: [...entries, "\\.d\\.ts$"], reachable: false },
  },
];

function literal(text) {
  return text.replace(/[.+]/g, "\\$&");
}

/** Turns one word of a wall into the pattern of a resolved path. */
function pattern(word) {
  if (word.startsWith("npm:@") && word.endsWith("/")) return `^node_modules/${literal(word.slice(4))}`;
  if (word.startsWith("npm:")) return `^node_modules/(@types/)?${literal(word.slice(4))}/`;
  if (word.startsWith("node:")) return `^(node:)?${word.slice(5)}(/|$)`;
  return word.endsWith("/") ? `^${literal(word)}` : `^${literal(word)}$`;
}

function wall({ name, room, may, instead }) {
  return { name, comment: instead, from: { path: room }, to: { pathNot: may.map(pattern), couldNotResolve: false } };
}

module.exports = {
  forbidden: [...walls.map(wall), ...single].map((rule) => ({ severity: "error", ...rule })),
  options: {
    doNotFollow: { path: "^node_modules/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".mjs", ".cjs", ".js", ".d.ts", ".json", ".css"],
    },
  },
};
