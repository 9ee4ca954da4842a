/** Compile-time proof that a switch covers every case; reached at run time only through a bug. */
export function assertNever(value: never): never {
  throw new Error(`Unhandled case: ${typeof value}`);
}

/** Narrows away undefined where the code knows better than the type; the message names the invariant, never data. */
export function mustExist<T>(value: T | undefined | null, invariant: string): T {
  if (value === undefined || value === null) throw new Error(`Broken invariant: ${invariant}`);
  return value;
}
