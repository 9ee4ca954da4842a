/** Lets whatever came in meanwhile go before: nothing here holds the engine for longer than some milliseconds at a time. */
export function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
