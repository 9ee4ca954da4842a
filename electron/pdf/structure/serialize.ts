import type { PdfDictionary, PdfObject } from "./objects.ts";

/**
 * One object as PDF text, one byte per character. Equal objects give equal text: strings always in hexadecimal
 * notation, numbers as written. Streams have no such form inside other objects; giving one is a bug and throws.
 */
export function serialize(object: PdfObject): string {
  switch (object.kind) {
    case "null":
      return "null";
    case "boolean":
      return String(object.value);
    case "number":
      return object.written;
    case "name":
      return serializeName(object.name);
    case "string":
      return `<${object.bytes.toString("hex").toUpperCase()}>`;
    case "reference":
      return `${object.objectNumber} 0 R`;
    case "array":
      return `[${object.items.map(serialize).join(" ")}]`;
    case "dictionary":
      return serializeDictionary(object);
    case "stream":
      throw new Error("A stream stands only at the top of a numbered object");
  }
}

/** True if two objects mean the same: dictionaries in any order of keys, streams by dictionary and stored bytes. */
export function sameObject(left: PdfObject | undefined, right: PdfObject | undefined): boolean {
  if (left === undefined || right === undefined) return left === right;
  if (left.kind === "stream" || right.kind === "stream") {
    if (left.kind !== "stream" || right.kind !== "stream") return false;
    return sameObject(left.dictionary, right.dictionary) && left.body.equals(right.body);
  }
  return serialize(sorted(left)) === serialize(sorted(right));
}

/** The keys whose values differ between two dictionaries, or that only one of them has. */
export function changedKeys(before: PdfDictionary, after: PdfDictionary): readonly string[] {
  const keys = new Set([...before.entries.keys(), ...after.entries.keys()]);
  return [...keys].filter((key) => !sameObject(before.entries.get(key), after.entries.get(key)));
}

function serializeName(name: string): string {
  const escaped = name.replace(/[^!-~]|[#()<>[\]{}/%]/g, (character) => {
    return `#${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`;
  });
  return `/${escaped}`;
}

function serializeDictionary(dictionary: PdfDictionary): string {
  const pairs = [...dictionary.entries].map(([key, value]) => `${serializeName(key)} ${serialize(value)}`);
  return `<<${pairs.join(" ")}>>`;
}

function sorted(object: PdfObject): PdfObject {
  if (object.kind === "array") return { kind: "array", items: object.items.map(sorted) };
  if (object.kind !== "dictionary") return object;
  const entries = [...object.entries].sort(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0));
  return { kind: "dictionary", entries: new Map(entries.map(([key, value]) => [key, sorted(value)])) };
}
