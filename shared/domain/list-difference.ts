/** What belongs to a file or to the store and not to the entry itself. */
const notCompared: ReadonlySet<string> = new Set(["rowNumber", "entryKey"]);

/**
 * Fields in which two documents of one listed entry differ, in the order of the later one. A field that is missing, null, empty
 * or false says the same as one that is not there, so that an entry stored before a field was known does not count as changed.
 */
export function changedFields(before: unknown, after: unknown): string[] {
  const [earlier, later] = [documentOf(before), documentOf(after)];
  const names = new Set([...Object.keys(later), ...Object.keys(earlier)]);
  return [...names].filter((name) => !notCompared.has(name) && said(earlier[name]) !== said(later[name]));
}

function documentOf(body: unknown): Readonly<Record<string, unknown>> {
  return typeof body === "object" && body !== null ? { ...body } : {};
}

/** A value as text, whatever the order of its names; nothing for what says nothing. */
function said(value: unknown): string {
  if (value === undefined || value === null || value === "" || value === false) return "";
  if (Array.isArray(value)) return value.length === 0 ? "" : `[${value.map(said).join(",")}]`;
  if (typeof value !== "object") return JSON.stringify(value);
  const named = Object.entries(value).map(([name, part]) => [name, said(part)] as const);
  const held = named.filter(([, part]) => part !== "").sort(([left], [right]) => (left < right ? -1 : 1));
  return `{${held.map(([name, part]) => `${name}:${part}`).join(",")}}`;
}
