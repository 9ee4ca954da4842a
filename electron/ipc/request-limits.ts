import { err, ok, type Result } from "../../shared/result.ts";

/** Longest request, in bytes of UTF-8 JSON. The longest legitimate one is a paper draft of some tens of KiB. */
export const requestLimitBytes = 4 * 1_024 * 1_024;

/** Deepest nesting of objects and lists in a request. */
export const requestDepthLimit = 32;

/** Most values in one request, so that four megabytes of `[[],[],…` cost no more than text does. */
export const requestValueLimit = 200_000;

/** Why a request is turned away before any schema sees it. */
export interface LimitBreach {
  readonly code: "bad-request" | "text-invalid";
  readonly limit: "bytes" | "depth" | "values" | "key" | "kind" | "json" | "text";
}

type Checked = Result<void, LimitBreach>;

/** Reads request text from the page. `bad-request` when it is too long or is not JSON; never throws. */
export function readRequestText(body: unknown): Result<unknown, LimitBreach> {
  if (typeof body !== "string") return err({ code: "bad-request", limit: "kind" });
  // Units first: they are never more than bytes, and counting bytes of a huge text is work the page could ask for.
  if (body.length > requestLimitBytes) return err({ code: "bad-request", limit: "bytes" });
  if (Buffer.byteLength(body) > requestLimitBytes) return err({ code: "bad-request", limit: "bytes" });
  try {
    return ok(JSON.parse(body));
  } catch {
    return err({ code: "bad-request", limit: "json" });
  }
}

/**
 * Checks a request value against the limits on size, depth, keys and text. It must be plain JSON: lists, plain objects,
 * finite numbers, text, booleans, null; a field set to undefined counts as absent.
 */
export function checkRequestValue(value: unknown): Checked {
  const budget = { values: requestValueLimit, bytes: requestLimitBytes };
  return checkValue(value, requestDepthLimit, budget);
}

interface Budget {
  values: number;
  bytes: number;
}

function checkValue(value: unknown, depthLeft: number, budget: Budget): Checked {
  budget.values -= 1;
  if (budget.values < 0) return err({ code: "bad-request", limit: "values" });
  if (value === null || value === undefined || typeof value === "boolean") return ok(undefined);
  if (typeof value === "number") {
    return Number.isFinite(value) ? ok(undefined) : err({ code: "bad-request", limit: "kind" });
  }
  if (typeof value === "string") return checkText(value, budget);
  if (typeof value !== "object") return err({ code: "bad-request", limit: "kind" });
  if (depthLeft <= 0) return err({ code: "bad-request", limit: "depth" });
  if (Array.isArray(value)) return checkList(value, depthLeft, budget);
  return checkObject(value, depthLeft, budget);
}

function checkList(list: readonly unknown[], depthLeft: number, budget: Budget): Checked {
  for (const item of list) {
    const checked = checkValue(item, depthLeft - 1, budget);
    if (!checked.ok) return checked;
  }
  return ok(undefined);
}

const forbiddenKeys: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);

function checkObject(object: object, depthLeft: number, budget: Budget): Checked {
  const prototype: unknown = Object.getPrototypeOf(object);
  if (prototype !== Object.prototype && prototype !== null) return err({ code: "bad-request", limit: "kind" });
  for (const [key, value] of Object.entries(object)) {
    if (forbiddenKeys.has(key)) return err({ code: "bad-request", limit: "key" });
    const keyChecked = checkText(key, budget);
    if (!keyChecked.ok) return keyChecked;
    const checked = checkValue(value, depthLeft - 1, budget);
    if (!checked.ok) return checked;
  }
  return ok(undefined);
}

function checkText(text: string, budget: Budget): Checked {
  budget.bytes -= text.length;
  if (budget.bytes < 0) return err({ code: "bad-request", limit: "bytes" });
  // An unpaired surrogate becomes U+FFFD on its way into SQLite or a PDF: the stored name would not be the typed one.
  return text.isWellFormed() ? ok(undefined) : err({ code: "text-invalid", limit: "text" });
}
