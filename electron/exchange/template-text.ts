import { z } from "zod";
import { readTemplate, type TemplateProblem } from "../../shared/domain/content/check-template.ts";
import type { TemplateFile } from "../../shared/domain/content/template.ts";
import { Sha256 } from "../../shared/domain/ids.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { contentHash } from "../content/content-hash.ts";

/** Largest template file that is read, in bytes: thirty times the largest built-in one. */
export const templateFileLimit = 1_500_000;

/** A template as it was read from a file. */
export interface ReadTemplate {
  readonly file: TemplateFile;
  readonly hash: Sha256;
  /** Whether the file names its hash; one that names another hash is refused. */
  readonly hashNamed: "agrees" | "absent";
}

/** Why a template file was not taken: a rule that is broken at a place, or no template at all. */
export interface TemplateStop {
  readonly reason: TemplateProblem["code"] | "not-json" | "not-a-template" | "hash-differs" | "too-large" | "too-slow";
  readonly place: string;
}

const Envelope = z.strictObject({
  form: z.literal("kura-template"),
  version: z.literal(1),
  hash: Sha256,
  template: z.unknown(),
});

const refuse = (reason: TemplateStop["reason"], place = ""): Result<never, TemplateStop> => err({ reason, place });

/** The bytes of a template file: the text with the hash that names it. */
export function writeTemplateFile(file: TemplateFile, hash: Sha256): Buffer {
  const body = { form: "kura-template", version: 1, hash, template: file };
  return Buffer.from(`${JSON.stringify(body, undefined, 2)}\n`, "utf8");
}

/** Reads a template file strictly: UTF-8, JSON, the shape, every rule, and the hash where one is named. */
export function readTemplateFile(bytes: Uint8Array): Result<ReadTemplate, TemplateStop> {
  if (bytes.length > templateFileLimit) return refuse("too-large");
  const value = parse(bytes);
  if (value === undefined) return refuse("not-json");
  if (typeof value !== "object" || value === null || Array.isArray(value)) return refuse("not-a-template");
  const isBare = "sections" in value;
  if (isBare) return checked(value, undefined);
  const envelope = Envelope.safeParse(value);
  return envelope.success ? checked(envelope.data.template, envelope.data.hash) : refuse("not-a-template");
}

function parse(bytes: Uint8Array): unknown {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return JSON.parse(text) ?? undefined;
  } catch {
    return undefined;
  }
}

function checked(value: unknown, named: Sha256 | undefined): Result<ReadTemplate, TemplateStop> {
  const read = readTemplate(value);
  if ("problems" in read) {
    const [first] = read.problems;
    return refuse(first?.code ?? "not-a-template", first?.place);
  }
  // Over the text as it was written, as for the built-in ones: blanks that reading trims belong to the text.
  const hash = contentHash(read.file);
  if (named !== undefined && named !== hash) return refuse("hash-differs");
  return ok({ file: read.file, hash, hashNamed: named === undefined ? "absent" : "agrees" });
}
