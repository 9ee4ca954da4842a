import { frameStyle, frameStyleHash } from "./frame-style.ts";
import workerAddress from "./pdf-worker.ts?worker&url";

interface Policy {
  createHTML(text: string): string;
  createScriptURL(text: string): string;
}

interface Factory {
  createPolicy(
    name: "kura-reading",
    rules: { createHTML: (text: string) => string | null; createScriptURL: (text: string) => string | null },
  ): Policy;
}

/** What stands before the page in its frame: a policy that lets through pictures in the page itself, and nothing else. */
const frameHead =
  `<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; ` +
  `style-src '${frameStyleHash}'; form-action 'none'; base-uri 'none'"><style>${frameStyle}</style><body>`;

// The window declares the one policy that its first script makes; this one has two rules of its own.
const factory = globalThis.trustedTypes as unknown as Factory | undefined; // Both describe the browser's own object.

/** Lets through a frame that begins with our own head, and the address of the reader's worker; nothing else ever. */
const policy: Policy = factory?.createPolicy("kura-reading", {
  createHTML: (text) => (text.startsWith(frameHead) ? text : null),
  createScriptURL: (text) => (text === workerAddress ? text : null),
}) ?? { createHTML: (text) => text, createScriptURL: (text) => text };

/** The document for a frame without rights, around markup that the engine has sanitised. */
export function frameDocument(markup: string): string {
  return policy.createHTML(`${frameHead}${markup}`);
}

/** Starts the reader of PDFs in a thread of its own, which can be ended whatever it does. */
export function startPdfWorker(): Worker {
  return new Worker(policy.createScriptURL(workerAddress), { type: "module" });
}
