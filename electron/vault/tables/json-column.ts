import type { z } from "zod";

/** Reads a JSON column back through its schema; a value that does not fit means a damaged or foreign vault. */
export function fromJson<S extends z.ZodType>(schema: S, column: string): z.output<S> {
  return schema.parse(JSON.parse(column));
}

/** Writes a document column. */
export function toJson(value: unknown): string {
  return JSON.stringify(value);
}

/** Reads a JSON column that another room parses; nothing is claimed of it here. */
export function anyJson(column: string): unknown {
  return JSON.parse(column);
}
