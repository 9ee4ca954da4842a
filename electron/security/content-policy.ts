const directives = {
  "default-src": ["'none'"],
  "script-src": ["'self'"],
  // The hash is that of the one style sheet in the frame in which saved pages are shown; see features/reading.
  "style-src": ["'self'", "'sha256-57VshI88Yx/zufgV5FxaZU1yCbA6bw0vDJJJVyNB9MI='"],
  "font-src": ["'self'"],
  // Pages of a paper and pictures among the evidence are drawn from bytes the window already holds.
  "img-src": ["'self'", "data:", "blob:"],
  "connect-src": ["'none'"],
  "form-action": ["'none'"],
  "base-uri": ["'none'"],
  "frame-ancestors": ["'none'"],
  "require-trusted-types-for": ["'script'"],
  // `default`, in `renderer/first.ts`, lets the empty string through and nothing else. `kura-reading` makes the frame for a saved
  // page, which begins with a policy of its own that knows no scripts, and names the worker that reads PDFs.
  "trusted-types": ["default", "kura-reading"],
} as const;

/** The one content security policy, sent with every file of the page by both hosts. */
export const contentSecurityPolicy: string = Object.entries(directives)
  .map(([name, sources]) => `${name} ${sources.join(" ")}`)
  .join("; ");

/** All headers that go with every file of the page, whatever its kind. */
export const pageHeaders: Readonly<Record<string, string>> = {
  "content-security-policy": contentSecurityPolicy,
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-embedder-policy": "require-corp",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=(), display-capture=()",
  // Nothing of the page may lie in a cache on the disk.
  "cache-control": "no-store",
};
