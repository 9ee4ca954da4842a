/** Joins class names and leaves out what is false or absent, so a state adds its class only while it holds. */
export function classNames(...parts: readonly (string | false | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== false && part !== "").join(" ");
}
