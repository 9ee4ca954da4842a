import type { Page } from "playwright";
import type { Bridge } from "../../../renderer/host.ts";

/** Name of the binding through which the bridge reaches the host; taken off the window before the page runs. */
export const bindingName = "kuraHostCall";
/** Name of the DOM event by which the host hands an event to the bridge. */
export const eventName = "kura-host-event";

/** What the bridge is told before the page runs. */
export interface BridgeFacts {
  /** Areas and their calls. */
  readonly names: Readonly<Record<string, readonly string[]>>;
  readonly topics: readonly string[];
  readonly bindingName: string;
  readonly eventName: string;
  /** Added to the page's wall clock, in milliseconds. */
  readonly clockOffsetMs: number;
  /** Added to the window's title when not empty. */
  readonly titleMark: string;
}

/**
 * Puts `window.kura` into a page, with the surface that the preload gives it in Electron. Runs inside the page before
 * its own scripts, as text: it can use nothing from outside itself.
 */
export function installBridge(facts: BridgeFacts): void {
  type Binding = (name: string, body: string) => Promise<string>;
  // Playwright has put the binding there under this very name.
  const globals = globalThis as unknown as Record<string, Binding>;
  const binding = globals[facts.bindingName];
  delete globals[facts.bindingName];
  if (binding === undefined || globalThis.top !== globalThis.self) return;

  const call: Record<string, Readonly<Record<string, (body: string) => Promise<string>>>> = {};
  for (const [area, verbs] of Object.entries(facts.names)) {
    const functions = verbs.map((verb) => [verb, (body: string) => binding(`${area}.${verb}`, body)] as const);
    call[area] = Object.freeze(Object.fromEntries(functions));
  }

  const listeners = new Map<string, Set<(payload: unknown) => void>>();
  globalThis.addEventListener(facts.eventName, (event) => {
    event.stopImmediatePropagation();
    if (!(event instanceof CustomEvent)) return;
    // The host alone makes events of this name, always of this shape.
    const { topic, payload } = event.detail as { topic: string; payload: unknown };
    for (const listener of [...(listeners.get(topic) ?? [])]) listener(payload);
  });
  const on = (topic: string, listener: (payload: unknown) => void): (() => void) => {
    if (!facts.topics.includes(topic)) return () => undefined;
    const ofTopic = listeners.get(topic) ?? new Set();
    listeners.set(topic, ofTopic.add(listener));
    return () => {
      ofTopic.delete(listener);
    };
  };
  const bridge: Bridge = Object.freeze({ call: Object.freeze(call), on });
  Object.defineProperty(globalThis, "kura", { value: bridge, enumerable: true });

  if (facts.clockOffsetMs !== 0) {
    const RealDate = Date;
    globalThis.Date = new Proxy(RealDate, {
      construct(target, given, self): Date {
        const shifted = given.length === 0 ? [RealDate.now() + facts.clockOffsetMs] : given;
        // Constructing `Date`, or a class that extends it, gives a date.
        return Reflect.construct(target, shifted, self) as Date;
      },
      get(target, key): unknown {
        return key === "now" ? () => RealDate.now() + facts.clockOffsetMs : Reflect.get(target, key);
      },
    });
  }

  if (facts.titleMark !== "") {
    const mark = (): void => {
      if (!document.title.endsWith(facts.titleMark)) document.title = `${document.title} – ${facts.titleMark}`;
    };
    document.addEventListener("DOMContentLoaded", () => {
      mark();
      new MutationObserver(mark).observe(document.head, { childList: true, subtree: true, characterData: true });
    });
  }
}

/** Hands one event to the bridge in a page. A page that is just loading or closing misses it. */
export async function sendEvent(page: Page, topic: string, payload: unknown): Promise<void> {
  await page
    .evaluate(([name, detail]) => globalThis.dispatchEvent(new CustomEvent(name, { detail })), [
      eventName,
      { topic, payload },
    ] as const)
    .catch(() => undefined);
}
