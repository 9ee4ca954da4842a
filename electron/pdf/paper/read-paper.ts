import type { z } from "zod";
import { err, ok, type Result } from "../../../shared/result.ts";
import { PaperData, rendererVersion } from "./paper-data.ts";
import type { PaperFault } from "./paper-fault.ts";
import { textIssue } from "./text-rules.ts";

/** Most paths named in one fault. */
const pathLimit = 50;

/**
 * Checks that a value is a whole paper that may be drawn. Codes: `paper-unreadable` for a wrong shape,
 * then `text-invalid`, `paper-incomplete`, `paper-over-limit`; `renderer-unknown` for another drawing version.
 */
export function readPaper(value: unknown): Result<PaperData, PaperFault> {
  const parsed = PaperData.safeParse(value);
  if (!parsed.success) return err(faultOf(parsed.error.issues));
  if (parsed.data.renderer !== rendererVersion) return err({ code: "renderer-unknown" });
  return ok(parsed.data);
}

function faultOf(issues: readonly z.core.$ZodIssue[]): PaperFault {
  const byCode = (message: string): string[] =>
    distinct(issues.filter((issue) => issue.message === message).map(({ path }) => path.map(String).join(".")));
  const known = new Set<string>(Object.values(textIssue));
  const shape = issues.filter(({ message }) => !known.has(message)).map(({ path }) => path.map(String).join("."));
  if (shape.length > 0) return { code: "paper-unreadable", at: shape.slice(0, pathLimit) };
  for (const code of [textIssue.invalid, textIssue.incomplete, textIssue.overLimit] as const) {
    const at = byCode(code);
    if (at.length > 0) return { code, at: at.slice(0, pathLimit) };
  }
  return { code: "paper-unreadable", at: [] };
}

function distinct(paths: readonly string[]): string[] {
  return [...new Set(paths)];
}
