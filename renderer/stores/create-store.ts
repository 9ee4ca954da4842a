import { createStore as createVanilla, type StoreApi } from "zustand/vanilla";

const resets = new Set<() => void>();

/**
 * Makes a store. Every store of the window is made here, so that locking can empty all of them; `keepOnLock` is for
 * stores that hold nothing of any dossier.
 */
export function createStore<T extends object>(
  initial: () => T,
  options: { readonly keepOnLock?: boolean } = {},
): StoreApi<T> {
  const store = createVanilla<T>(initial);
  if (options.keepOnLock !== true) resets.add(() => store.setState(initial(), true));
  return store;
}

/** Puts every store back to its beginning; called at the moment the vault locks. */
export function emptyEveryStore(): void {
  for (const reset of resets) reset();
}
