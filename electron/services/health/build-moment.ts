/** Written in by the bundle; nothing in source runs. */
declare const BUILT_AT_MS: number | undefined;

/** The month version 0.1.0 was written in: source has no build, and a checkout need not have its history with it. */
const writtenMs = Date.UTC(2026, 10, 1);

/** When this very program was made, in epoch milliseconds: no machine that runs it can truly show an earlier moment. */
export const builtAtMs: number = typeof BUILT_AT_MS === "number" ? BUILT_AT_MS : writtenMs;
