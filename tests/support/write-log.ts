import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** One step of a traced program: what it did to the files of a folder, or a line it printed. Paths are inside the folder. */
export type Step =
  | { readonly kind: "create"; readonly path: string; readonly file: number }
  | { readonly kind: "write"; readonly file: number; readonly at: number; readonly bytes: Buffer }
  | { readonly kind: "truncate"; readonly file: number; readonly length: number }
  | { readonly kind: "sync"; readonly file: number }
  | { readonly kind: "sync-folder"; readonly path: string }
  | { readonly kind: "rename"; readonly from: string; readonly to: string }
  | { readonly kind: "remove"; readonly path: string }
  | { readonly kind: "said"; readonly text: string };

const traced = [
  "openat",
  "write",
  "pwrite64",
  "ftruncate",
  "fsync",
  "fdatasync",
  "rename",
  "renameat",
  "renameat2",
  "unlink",
  "unlinkat",
  "close",
];

/**
 * Runs a program under strace and reads from the log, in order, everything it did to files below `folder` and what it
 * wrote to its standard output. The folder must be empty at the start, so that the log alone can rebuild it.
 */
export function recordWrites(options: {
  program: string;
  args: readonly string[];
  folder: string;
  log: string;
}): Step[] {
  const flags = ["-f", "-y", "-xx", "--seccomp-bpf", "-s", "4000000", "-e", `trace=${traced.join(",")}`];
  // Through io_uring writes would bypass the trace.
  const env = { ...process.env, UV_USE_IO_URING: "0" };
  const command = [...flags, "-o", options.log, process.execPath, options.program, ...options.args];
  spawnSync("strace", command, { env, stdio: ["ignore", "ignore", "inherit"] });
  return createReader(options.folder).read(readFileSync(options.log, "latin1").split("\n"));
}

interface OpenFile {
  readonly file: number;
  offset: number;
}

interface Reader {
  read(lines: readonly string[]): Step[];
}

const fromHex = (text: string): Buffer => Buffer.from(text.replaceAll("\\x", ""), "hex");

function createReader(folder: string): Reader {
  const live = new Map<string, number>();
  const open = new Map<number, OpenFile>();
  const steps: Step[] = [];
  let files = 0;
  const inside = (hex: string): string | undefined => {
    const path = fromHex(hex).toString("utf8");
    return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : path === folder ? "" : undefined;
  };

  function opened(args: string, result: string): void {
    const path = inside(/"([^"]*)"/.exec(args)?.[1] ?? "");
    const descriptor = Number.parseInt(result, 10);
    if (path === undefined || !Number.isSafeInteger(descriptor) || descriptor < 0) return;
    let file = live.get(path);
    if (file === undefined) {
      if (!args.includes("O_CREAT")) return;
      files += 1;
      file = files;
      live.set(path, file);
      steps.push({ kind: "create", path, file });
    }
    if (args.includes("O_TRUNC")) steps.push({ kind: "truncate", file, length: 0 });
    open.set(descriptor, { file, offset: 0 });
  }

  function wrote(args: string, result: string, positioned: boolean): void {
    const parts = /^(\d+)<([^>]*)>, "([^"]*)", \d+(?:, (\d+))?/.exec(args);
    const count = Number.parseInt(result, 10);
    if (parts === null || !(count > 0)) return;
    const [, descriptor, , hex = "", at] = parts;
    const bytes = fromHex(hex).subarray(0, count);
    if (descriptor === "1") steps.push({ kind: "said", text: bytes.toString("utf8") });
    const target = open.get(Number(descriptor));
    if (target === undefined) return;
    steps.push({ kind: "write", file: target.file, at: positioned ? Number(at) : target.offset, bytes });
    if (!positioned) target.offset += count;
  }

  function synced(args: string): void {
    const [, descriptor, hex = ""] = /^(\d+)<([^>]*)>/.exec(args) ?? [];
    const target = open.get(Number(descriptor));
    const path = inside(hex);
    if (target !== undefined) steps.push({ kind: "sync", file: target.file });
    else if (path !== undefined) steps.push({ kind: "sync-folder", path });
  }

  function moved(args: string): void {
    const [from, to] = [...args.matchAll(/"([^"]*)"/g)].map(([, hex = ""]) => inside(hex));
    const file = from === undefined ? undefined : live.get(from);
    if (from === undefined || to === undefined || file === undefined) return;
    live.delete(from);
    live.set(to, file);
    steps.push({ kind: "rename", from, to });
  }

  function removed(args: string): void {
    const path = inside(/"([^"]*)"/.exec(args)?.[1] ?? "");
    if (path !== undefined && live.delete(path)) steps.push({ kind: "remove", path });
  }

  function take(call: string, args: string, result: string): void {
    if (result.startsWith("-1")) return;
    if (call === "openat") opened(args, result);
    else if (call === "write" || call === "pwrite64") wrote(args, result, call === "pwrite64");
    else if (call === "close") open.delete(Number.parseInt(args, 10));
    else if (call === "fsync" || call === "fdatasync") synced(args);
    else if (call.startsWith("rename")) moved(args);
    else if (call.startsWith("unlink")) removed(args);
    else if (call === "ftruncate") {
      const [, descriptor, length] = /^(\d+)<[^>]*>, (\d+)/.exec(args) ?? [];
      const target = open.get(Number(descriptor));
      if (target !== undefined) steps.push({ kind: "truncate", file: target.file, length: Number(length) });
    }
  }

  return {
    read(lines) {
      for (const line of joinResumed(lines)) {
        const parts = /^\d+ +(\w+)\((.*)\) += (.*)$/s.exec(line);
        if (parts !== null) take(parts[1] ?? "", parts[2] ?? "", parts[3] ?? "");
      }
      return steps;
    },
  };
}

/** A call that another thread interrupted stands in two lines; it counts at the moment it was finished. */
function* joinResumed(lines: readonly string[]): Generator<string> {
  const begun = new Map<string, string>();
  for (const line of lines) {
    const thread = /^\d+/.exec(line)?.[0] ?? "";
    const resumed = /^\d+ +<\.\.\. \w+ resumed>(.*)$/s.exec(line)?.[1];
    if (line.endsWith("<unfinished ...>")) begun.set(thread, line.slice(0, -"<unfinished ...>".length).trimEnd());
    else if (resumed !== undefined) yield `${begun.get(thread) ?? ""}${resumed}`;
    else yield line;
  }
}

/** How a disk may look after the power went: nothing unsynced, all of it, or some of it with torn sectors. */
export const disks = ["kept-none", "kept-all", "kept-some"] as const;
export type Disk = (typeof disks)[number];

const sectorBytes = 512;

/**
 * Writes into `folder` what a disk holds when the power goes after `cut` steps: everything synced, and of the rest as
 * much as `disk` says. Names change in order, as journals keep them. Answers what the program had said until then.
 */
export function rebuildAfterCut(options: {
  steps: readonly Step[];
  cut: number;
  disk: Disk;
  folder: string;
  random: () => number;
}): string[] {
  const { steps, cut, disk, folder, random } = options;
  const contents = new Map<number, Buffer>();
  const pending = new Map<number, Step[]>();
  const said: string[] = [];
  let names = new Map<string, number>();
  let nameSteps: Step[] = [];
  const flush = (file: number): void => {
    for (const step of pending.get(file) ?? []) apply(contents, step);
    pending.delete(file);
  };
  for (const step of steps.slice(0, cut)) {
    if (step.kind === "said") said.push(step.text);
    else if (step.kind === "sync") flush(step.file);
    else if (step.kind === "sync-folder") {
      names = renamed(names, nameSteps);
      nameSteps = [];
    } else if (step.kind === "write" || step.kind === "truncate")
      pending.set(step.file, [...(pending.get(step.file) ?? []), step]);
    else nameSteps.push(step);
  }
  for (const list of pending.values()) for (const step of survivors(list, disk, random)) apply(contents, step);
  const kept =
    disk === "kept-none" ? 0 : disk === "kept-all" ? nameSteps.length : Math.floor(random() * nameSteps.length);
  names = renamed(names, nameSteps.slice(0, kept));
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [path, file] of names) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), contents.get(file) ?? Buffer.alloc(0), { mode: 0o600 });
  }
  return said;
}

function* survivors(list: readonly Step[], disk: Disk, random: () => number): Generator<Step> {
  if (disk === "kept-none") return;
  for (const step of list) {
    if (disk === "kept-some" && random() < 0.5) continue;
    const isTorn = disk === "kept-some" && step.kind === "write" && step.bytes.length > sectorBytes && random() < 0.5;
    if (isTorn && step.kind === "write") {
      const sectors = Math.floor((random() * step.bytes.length) / sectorBytes);
      yield { ...step, bytes: step.bytes.subarray(0, sectors * sectorBytes) };
    } else yield step;
  }
}

function apply(contents: Map<number, Buffer>, step: Step): void {
  if (step.kind !== "write" && step.kind !== "truncate") return;
  const before = contents.get(step.file) ?? Buffer.alloc(0);
  const end = step.kind === "truncate" ? step.length : Math.max(before.length, step.at + step.bytes.length);
  const after = Buffer.alloc(end);
  before.copy(after, 0, 0, end);
  if (step.kind === "write") step.bytes.copy(after, step.at);
  contents.set(step.file, after);
}

function renamed(names: ReadonlyMap<string, number>, steps: readonly Step[]): Map<string, number> {
  const next = new Map(names);
  for (const step of steps) {
    if (step.kind === "create") next.set(step.path, step.file);
    else if (step.kind === "remove") next.delete(step.path);
    else if (step.kind === "rename") {
      const file = next.get(step.from);
      next.delete(step.from);
      if (file !== undefined) next.set(step.to, file);
    }
  }
  return next;
}
