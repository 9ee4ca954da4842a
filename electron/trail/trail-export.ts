import { z } from "zod";
import {
  AuditDetails,
  type TrailAnchor,
  TrailCheckpoint,
  TrailHead,
  type TrailVerdict,
} from "../../shared/domain/audit.ts";
import { Instant } from "../../shared/domain/time.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import type { StoredLink } from "./link.ts";
import { verifyTrail } from "./verify-trail.ts";

/** Largest export that is read, in bytes; about three hundred thousand links. */
export const exportLimitBytes = 200 * 1024 * 1024;

/** Longest line that is read, in bytes: a link with as many details as one can have stays far below. */
const lineLimitBytes = 64 * 1024;

/** Most checkpoints that are read; each costs a signature to check. */
const checkpointLimit = 100_000;

const hexId = z.string().regex(/^[0-9a-f]{32}$/u);

/** What an export says of itself. */
export const ExportHeader = z.strictObject({
  type: z.literal("kura-trail"),
  form: z.literal(1),
  vaultId: hexId,
  exportedAt: Instant,
  exportedBy: z.string().max(400),
  appVersion: z.string().max(40),
  trail: TrailHead,
});
export type ExportHeader = z.infer<typeof ExportHeader>;

const CheckpointItem = TrailCheckpoint.extend({ type: z.literal("checkpoint") }).strict();
const LinkItem = z.strictObject({
  type: z.literal("link"),
  sequence: z.int().positive(),
  at: z.int().nonnegative(),
  actor: z.string().max(4_096),
  actorId: z.string().max(64).nullable(),
  actorKey: z.string().max(64).nullable(),
  kind: z.string().max(40),
  dossierId: z.string().max(64).nullable(),
  /** Left out where what is stored cannot be read; the link then counts as edited. */
  details: AuditDetails.optional(),
  previousHash: z.string().max(64),
  hash: z.string().max(64),
});

/** Why an export cannot be checked at all: nothing is said of its trail then. */
export interface ExportRefusal {
  readonly code: "export-too-large" | "export-newer" | "export-unreadable";
  /** The line that could not be read, from 1; 0 where it is not about a line. */
  readonly line: number;
}

/** What the check of an export found. */
export interface VerifiedExport {
  readonly header: ExportHeader;
  readonly verdict: TrailVerdict;
}

/**
 * The export line by line: one JSON array with one item on each line, so that any program reads it whole and this one reads
 * it without holding it. `linksFrom` gives so many links from a sequence on.
 */
export function* writeTrailExport(
  header: ExportHeader,
  checkpoints: readonly TrailCheckpoint[],
  linksFrom: (sequence: number, limit: number) => readonly StoredLink[],
): Generator<Uint8Array, void, undefined> {
  const line = (item: object, before: string): string => `${before}${JSON.stringify(item)}`;
  yield Buffer.from(line(header, "[\n"), "utf8");
  for (const checkpoint of checkpoints) yield Buffer.from(line({ type: "checkpoint", ...checkpoint }, ",\n"), "utf8");
  for (let next = 1; next <= header.trail.count; ) {
    const links = linksFrom(next, linksPerRead).filter(({ sequence }) => sequence <= header.trail.count);
    if (links.length === 0) break;
    yield Buffer.from(links.map((link) => line({ type: "link", ...link }, ",\n")).join(""), "utf8");
    next = (links.at(-1)?.sequence ?? next) + 1;
  }
  yield Buffer.from("\n]\n", "utf8");
}

/** Links read from the vault at a time, so that other work comes in between. */
const linksPerRead = 500;

/**
 * Checks an exported trail without any vault: chain, signatures, and the anchors given. Bytes may be hostile: the answer is a
 * refusal or a verdict, within limits on size, lines and signatures; nothing is thrown.
 */
export function verifyTrailExport(
  bytes: Uint8Array,
  anchors: readonly TrailAnchor[] = [],
): Result<VerifiedExport, ExportRefusal> {
  if (bytes.length > exportLimitBytes) return err({ code: "export-too-large", line: 0 });
  try {
    return ok(verify(bytes, anchors));
  } catch (thrown) {
    if (thrown instanceof Unreadable) return err({ code: thrown.code, line: thrown.line });
    throw thrown;
  }
}

class Unreadable extends Error {
  readonly code: ExportRefusal["code"];
  readonly line: number;

  constructor(line: number, code: ExportRefusal["code"] = "export-unreadable") {
    super(`${code} at line ${line}`);
    this.name = "Unreadable";
    this.code = code;
    this.line = line;
  }
}

function verify(bytes: Uint8Array, anchors: readonly TrailAnchor[]): VerifiedExport {
  const lines = linesOf(bytes);
  const header = readHeader(lines.next().value);
  const checkpoints: TrailCheckpoint[] = [];
  let linksAt: number | undefined;
  for (const line of lines) {
    if (!line.text.startsWith('{"type":"checkpoint"')) {
      linksAt = line.start;
      break;
    }
    if (checkpoints.length === checkpointLimit) throw new Unreadable(line.number);
    checkpoints.push(parsed(CheckpointItem, line));
  }
  const links = (): Iterable<StoredLink> => readLinks(bytes, linksAt, checkpoints.length + 3);
  // The header says how much was written out; what is missing at the end would otherwise show by a signature alone.
  const own: TrailAnchor = { source: "export", ...header.trail, atMs: header.exportedAt };
  return { header, verdict: verifyTrail({ vaultId: header.vaultId, links, checkpoints, anchors: [own, ...anchors] }) };
}

interface Line {
  readonly number: number;
  readonly start: number;
  readonly text: string;
}

/** Where the item on a line ends: before its comma. The brackets stand on lines of their own and are left out. */
function* linesOf(bytes: Uint8Array, from = 0, firstNumber = 1): Generator<Line, undefined, undefined> {
  let isClosed = false;
  for (let start = from, number = firstNumber; start < bytes.length; number += 1) {
    const feed = bytes.indexOf(10, start);
    const end = feed === -1 ? bytes.length : feed;
    if (isClosed || end - start > lineLimitBytes) throw new Unreadable(number);
    const text = decodeLine(bytes.subarray(start, end), number);
    if (number === 1) {
      if (text !== "[") throw new Unreadable(number);
    } else if (text === "]") isClosed = true;
    else yield { number, start, text: text.endsWith(",") ? text.slice(0, -1) : text };
    start = end + 1;
  }
  if (!isClosed) throw new Unreadable(0);
  return undefined;
}

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function decodeLine(bytes: Uint8Array, number: number): string {
  try {
    return decoder.decode(bytes);
  } catch {
    throw new Unreadable(number);
  }
}

function parsed<S extends z.ZodType>(schema: S, { text, number }: Line): z.output<S> {
  const item = schema.safeParse(jsonIn(text, number));
  if (!item.success) throw new Unreadable(number);
  return item.data;
}

function jsonIn(text: string, number: number): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Unreadable(number);
  }
}

function readHeader(line: Line | undefined): ExportHeader {
  if (line === undefined) throw new Unreadable(1);
  const newer = z.object({ type: z.literal("kura-trail"), form: z.int().min(2) });
  if (newer.safeParse(jsonIn(line.text, line.number)).success) throw new Unreadable(line.number, "export-newer");
  return parsed(ExportHeader, line);
}

function* readLinks(bytes: Uint8Array, from: number | undefined, firstNumber: number): Generator<StoredLink> {
  if (from === undefined) return;
  for (const line of linesOf(bytes, from, firstNumber)) {
    const { type: _, details, ...link } = parsed(LinkItem, line);
    yield { ...link, details };
  }
}
