import assert from "node:assert/strict";
import { EventEmitter } from "node:events";
import { describe, it } from "node:test";
import { type HardenedSession, hardenContents, hardenSession } from "../../../../electron/shell/session.ts";

/** Takes every call of a hardened session and keeps what it was given, by the method's name. */
function fakeSession(): { session: HardenedSession; given: Map<string, unknown[]>; emitter: EventEmitter } {
  const given = new Map<string, unknown[]>();
  const emitter = new EventEmitter();
  const webRequest = { onBeforeRequest: (...values: unknown[]) => void given.set("onBeforeRequest", values) };
  const known: Record<string, unknown> = { webRequest, on: emitter.on.bind(emitter) };
  const session = new Proxy(known, {
    get: (target, name) => target[String(name)] ?? ((...values: unknown[]) => void given.set(String(name), values)),
  });
  // Every method that is asked for exists and only notes its arguments.
  return { session: session as unknown as HardenedSession, given, emitter };
}

type Anything = (...values: unknown[]) => unknown;

function handlerOf(given: Map<string, unknown[]>, name: string): Anything {
  const handler = given.get(name)?.[0];
  assert.equal(typeof handler, "function");
  return handler as Anything; // just asserted
}

/** What a handler gave its callback. */
function answerOf(handler: Anything, ...values: unknown[]): unknown {
  const answers: unknown[] = [];
  handler(...values, (answer: unknown) => answers.push(answer));
  assert.equal(answers.length, 1);
  return answers[0];
}

function prevents(emitter: EventEmitter, event: string, ...values: unknown[]): boolean {
  let prevented = false;
  emitter.emit(event, { preventDefault: () => (prevented = true) }, ...values);
  return prevented;
}

function mayLoad(url: string, devTools = false): boolean {
  const { session, given } = fakeSession();
  hardenSession(session, devTools);
  const answer = answerOf(handlerOf(given, "onBeforeRequest"), { url });
  return JSON.stringify(answer) === '{"cancel":false}';
}

describe("the session", () => {
  it("grants no permission, asked for or checked", () => {
    const { session, given } = fakeSession();
    hardenSession(session, false);
    for (const permission of [
      "media",
      "geolocation",
      "notifications",
      "clipboard-read",
      "openExternal",
      "fileSystem",
    ]) {
      assert.equal(answerOf(handlerOf(given, "setPermissionRequestHandler"), {}, permission), false);
      assert.equal(handlerOf(given, "setPermissionCheckHandler")({}, permission), false);
    }
  });

  it("gives no device and no picture of the screen", () => {
    const { session, given, emitter } = fakeSession();
    hardenSession(session, false);
    assert.equal(handlerOf(given, "setDevicePermissionHandler")({ deviceType: "usb" }), false);
    assert.equal(answerOf(handlerOf(given, "setDisplayMediaRequestHandler"), {}), null);
    assert.deepEqual(answerOf(handlerOf(given, "setBluetoothPairingHandler"), {}), { confirmed: false });
    for (const event of ["select-hid-device", "select-serial-port", "select-usb-device"]) {
      assert.ok(prevents(emitter, event));
    }
  });

  it("downloads nothing", () => {
    const { session, emitter } = fakeSession();
    hardenSession(session, false);
    assert.ok(prevents(emitter, "will-download"));
  });

  it("trusts no certificate", () => {
    const { session, given } = fakeSession();
    hardenSession(session, false);
    assert.equal(answerOf(handlerOf(given, "setCertificateVerifyProc"), {}), -2);
  });

  it("has no spell checker that could fetch a dictionary", () => {
    const { session, given } = fakeSession();
    hardenSession(session, false);
    assert.deepEqual(given.get("setSpellCheckerEnabled"), [false]);
    assert.deepEqual(given.get("setSpellCheckerLanguages"), [[]]);
  });

  it("loads the page's own files", () => {
    for (const url of ["app://kura/", "app://kura/assets/x.js", "data:image/png;base64,AA==", "blob:app://kura/1"]) {
      assert.equal(mayLoad(url), true);
    }
  });

  it("loads nothing else", () => {
    const others = [
      "https://elsewhere.invalid/",
      "http://127.0.0.1/",
      "ws://localhost/",
      "file:///etc/passwd",
      "app://elsewhere/",
      "ftp://elsewhere.invalid/",
      "chrome://gpu/",
      "devtools://devtools/x",
      "view-source:app://kura/",
      "filesystem:app://kura/x",
      "",
    ];
    for (const url of others) assert.equal(mayLoad(url), false, url);
  });

  it("lets the developer tools load their own pages in development only", () => {
    assert.equal(mayLoad("devtools://devtools/x", true), true);
    assert.equal(mayLoad("https://elsewhere.invalid/", true), false);
  });
});

describe("every page, in whatever window", () => {
  function confined(): { contents: EventEmitter; open: Anything } {
    const app = new EventEmitter();
    hardenContents(app as unknown as Parameters<typeof hardenContents>[0]); // `on` is all it uses
    const handlers: Anything[] = [];
    const contents = Object.assign(new EventEmitter(), {
      setWindowOpenHandler: (handler: Anything) => void handlers.push(handler),
    });
    app.emit("web-contents-created", {}, contents);
    return { contents, open: handlers[0] ?? assert.fail("no handler") };
  }

  for (const event of ["will-navigate", "will-frame-navigate", "will-redirect", "will-attach-webview"]) {
    it(`does not get past ${event}`, () => {
      assert.ok(prevents(confined().contents, event));
    });
  }

  it("opens no window", () => {
    assert.deepEqual(confined().open({ url: "app://kura/" }), { action: "deny" });
  });
});
