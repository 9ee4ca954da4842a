/**
 * Who may use whom, room by room, as data for layers.cjs.
 *
 * A wall lists all that a room may import. Words: `folder/` all below it, `file.ts` that file, `npm:name` a package,
 * `node:name` a Node builtin with its subpaths. Deviations from the table in the design are in DECISIONS.md.
 */

const { electronWalls } = require("./electron-walls.cjs");

const vocabulary = ["shared/result.ts", "shared/assert.ts"];
const thinking = [...vocabulary, "shared/domain/"];
const react = [
  "npm:react",
  "npm:react-dom",
  "npm:react-aria-components",
  "npm:@xyflow/react",
  "npm:@dagrejs/dagre",
  "npm:lucide-react",
  "npm:@tanstack/react-virtual",
];
/** One wall per room: `instead` says where to go. */
const walls = [
  {
    name: "shared-root-is-vocabulary",
    room: "^shared/[^/]+\\.ts$",
    may: vocabulary,
    instead: "result.ts and assert.ts are words everyone uses; a thing of the field belongs in shared/domain.",
  },
  {
    name: "shared-domain-thinks-alone",
    room: "^shared/domain/",
    may: [...thinking, "npm:zod"],
    instead: "Take what you need as an argument; whoever has files, clocks or keys calls you.",
  },
  {
    name: "shared-contract-knows-the-domain-only",
    room: "^shared/contract/",
    may: [...thinking, "shared/contract/", "npm:zod"],
    instead: "Put the type into shared/domain, so that both floors can use it.",
  },
  {
    name: "shared-strings-know-the-domain-only",
    room: "^shared/strings/",
    may: [...thinking, "shared/strings/", "shared/contract/errors.ts", "npm:zod", "npm:intl-messageformat"],
    instead: "Words depend on the domain and on error codes; everything else depends on words.",
  },
  ...electronWalls,
  {
    name: "ui-knows-no-words-and-no-stores",
    room: "^renderer/ui/",
    may: ["renderer/ui/", ...react, "npm:@internationalized/", "npm:@digital-go-jp/"],
    instead: "Words and state come in as props.",
  },
  {
    name: "features-use-ui-stores-and-host",
    room: "^renderer/features/",
    may: [
      "shared/",
      "renderer/features/",
      "renderer/parts/",
      "renderer/ui/",
      "renderer/stores/",
      "renderer/host.ts",
      ...react,
      "npm:diff",
      "npm:pdfjs-dist",
      "npm:zod",
      "npm:zustand",
    ],
    instead: "A feature is shown by app and speaks through host.ts.",
  },
  {
    name: "parts-serve-features",
    room: "^renderer/parts/",
    may: [
      "shared/",
      "renderer/parts/",
      "renderer/ui/",
      "renderer/stores/",
      "renderer/host.ts",
      ...react,
      "npm:diff",
      "npm:pdfjs-dist",
      "npm:zod",
      "npm:zustand",
    ],
    instead: "A part is what several features show; it knows none of them.",
  },
  {
    name: "app-arranges-features",
    room: "^renderer/app/",
    may: [
      "shared/",
      "renderer/app/",
      "renderer/features/",
      "renderer/parts/",
      "renderer/ui/",
      "renderer/stores/",
      "renderer/host.ts",
      ...react,
      "npm:zustand",
    ],
    instead: "App arranges features; what they do belongs in them.",
  },
  {
    name: "stores-speak-through-the-host",
    room: "^renderer/stores/",
    may: ["shared/", "renderer/stores/", "renderer/host.ts", "npm:zustand", "npm:react", "npm:zod"],
    instead: "A store is a view of the vault through host.ts; it draws nothing.",
  },
  {
    name: "host-is-the-bridge",
    room: "^renderer/host\\.ts$",
    may: ["shared/"],
    instead: "host.ts gives the bridge its type and nothing more.",
  },
  {
    name: "page-starts-app",
    room: "^renderer/main\\.tsx$",
    may: ["shared/", "renderer/", ...react],
    instead: "The first line starts app; nothing of Electron or Node is in the page.",
  },
];

module.exports = { walls };
