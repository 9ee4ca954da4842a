import type { z } from "zod";

/** Where a value lies: names of fields and positions in lists. */
export type Path = readonly (string | number)[];

/** Names that the examples use in records, whose keys are free. */
const recordKeys: Readonly<Record<string, string>> = { draft: "value" };

/**
 * Paths of every field of a request that JSON would fill with text: plain text, ids, days and choices from a list. A list
 * counts by its first item, a record by the key that the examples use.
 */
export function stringPathsIn(schema: z.core.$ZodType, path: Path = []): Path[] {
  // `type` tells which kind of definition it is, here and in each line below.
  const def = schema._zod.def as z.core.$ZodTypeDef;
  switch (def.type) {
    case "string":
    case "enum":
    case "literal":
      return [path];
    case "object":
      return Object.entries((def as z.core.$ZodObjectDef).shape).flatMap(([key, inner]) =>
        stringPathsIn(inner, [...path, key]),
      );
    case "array":
      return stringPathsIn((def as z.core.$ZodArrayDef).element, [...path, 0]);
    case "tuple":
      return (def as z.core.$ZodTupleDef).items.flatMap((item, at) => stringPathsIn(item, [...path, at]));
    case "record":
      return stringPathsIn((def as z.core.$ZodRecordDef).valueType, [
        ...path,
        recordKeys[String(path.at(-1))] ?? "value",
      ]);
    case "optional":
    case "nullable":
    case "default":
    case "readonly":
      return stringPathsIn((def as z.core.$ZodOptionalDef).innerType, path);
    case "number":
    case "boolean":
      return [];
    case "union":
      return (def as z.core.$ZodUnionDef).options.every(isText) ? [path] : [];
    // The conditions of a checklist: they hold ids alone, and the rules of a template look each of them up.
    case "lazy":
      return [];
    default:
      throw new Error(`A request holds a kind of schema that nobody has thought of here: ${def.type}`);
  }
}

/** Whether a schema takes text and nothing else. */
function isText(schema: z.core.$ZodType): boolean {
  return ["string", "enum", "literal"].includes(schema._zod.def.type);
}
