import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { Page } from "playwright";
import { callNames } from "../../electron/ipc/calls-list.ts";
import { contentSecurityPolicy } from "../../electron/security/content-policy.ts";
import type {} from "../../renderer/first.ts";
import { calls } from "../../shared/contract/calls.ts";
import { err, ok } from "../../shared/result.ts";
import { buildPage } from "../support/built-page.ts";
import { type ChromiumHost, startChromiumHost } from "../support/chromium-host/chromium-host.ts";
import { createDialogScript } from "../support/chromium-host/dialog-script.ts";
import { hostAddress } from "../support/chromium-host/page-server.ts";
import { tinyEngineEntry } from "../support/temp-engine.ts";
import { tempFolder } from "../support/temp-folder.ts";
import { writeTinyPage } from "../support/tiny-page.ts";

/** Calls through the bridge, as a script in the page would. */
function callInPage(page: Page, area: string, verb: string, payload: unknown): Promise<unknown> {
  return page.evaluate(
    async ([a, v, body]) => JSON.parse((await globalThis.kura?.call[a]?.[v]?.(body)) ?? "null") as unknown,
    [area, verb, JSON.stringify(payload)] as const,
  );
}

/** Which directives of the page's policy refused something while `act` ran in it. */
async function violationsOf(page: Page, act: () => unknown): Promise<string[]> {
  await page.evaluate(() => {
    const refused: string[] = [];
    Object.assign(globalThis, { refused });
    document.addEventListener("securitypolicyviolation", (event) => refused.push(event.effectiveDirective), {
      once: true,
    });
  });
  // A refusal may throw; the event says which directive it was.
  await page.evaluate(act).catch(() => undefined);
  await page.waitForTimeout(50);
  return keptIn<string>(page, "refused");
}

/** A list that an earlier script has left on the window under this name. */
function keptIn<T>(page: Page, name: string): Promise<T[]> {
  // The script that left it there is in this file.
  return page.evaluate((key) => Reflect.get(globalThis, key) as T[], name);
}

describe("the Chromium host", () => {
  const dialogs = createDialogScript();
  const cleanUps: (() => void)[] = [];
  let host: ChromiumHost;

  before(async () => {
    const folder = tempFolder({ after: (cleanUp: unknown) => void cleanUps.push(cleanUp as () => void) });
    const pageFolder = join(folder, "page");
    writeTinyPage(pageFolder);
    host = await startChromiumHost({
      userData: join(folder, "user"),
      headless: true,
      dialogs,
      engineEntry: tinyEngineEntry,
      pageFolder,
    });
  });
  after(async () => {
    await host.close();
    for (const cleanUp of cleanUps) cleanUp();
  });

  it("shows the built page", async () => {
    assert.equal(host.page.url(), hostAddress);
    assert.match(await host.page.title(), /蔵/u);
    assert.equal(await host.page.locator("#root").count(), 1);
  });

  it("gives the page exactly the calls of the table, and `on`", async () => {
    const surface = await host.page.evaluate(() => {
      const bridge = globalThis.kura ?? { call: {}, on: () => () => undefined };
      const names = Object.entries(bridge.call).map(([area, verbs]) => [area, Object.keys(verbs)] as const);
      return { top: Object.keys(bridge), names: Object.fromEntries(names) };
    });
    assert.deepEqual(surface, { top: ["call", "on"], names: callNames(calls) });
  });

  it("lets no script of the page change the bridge or find another way in", async () => {
    const found = await host.page.evaluate(() => {
      const attempts = [
        () => Reflect.set(globalThis, "kura", {}),
        () => Reflect.set(globalThis.kura?.call ?? {}, "vault", {}),
        () => Reflect.set(globalThis.kura?.call["vault"] ?? {}, "unlock", () => "{}"),
        () => Reflect.deleteProperty(globalThis, "kura"),
      ];
      return { attempts: attempts.map((attempt) => attempt()), binding: "kuraHostCall" in globalThis };
    });
    assert.deepEqual(found, { attempts: [false, false, false, false], binding: false });
  });

  it("carries a call to the engine and back", async () => {
    assert.deepEqual(
      await callInPage(host.page, "app", "touch", { text: "𠮷野 葛󠄀 ﾀｶﾊｼ" }),
      ok({ text: "𠮷野 葛󠄀 ﾀｶﾊｼ" }),
    );
  });

  it("carries refusals of the door", async () => {
    assert.deepEqual(await callInPage(host.page, "vault", "create", {}), err({ code: "unknown-call" }));
    assert.deepEqual(
      await callInPage(host.page, "app", "touch", { text: "吉\ud842" }),
      err({ code: "text-invalid", details: { limit: "text" } }),
    );
  });

  it("answers a dialog from its script", async () => {
    dialogs.answer("signed-pdf", "/chosen/paper.pdf");
    assert.deepEqual(await callInPage(host.page, "verification", "verify", {}), ok({ path: "/chosen/paper.pdf" }));
    assert.deepEqual(await callInPage(host.page, "verification", "verify", {}), err({ code: "cancelled" }));
    assert.deepEqual(dialogs.shown.at(-1), { dialog: "open-file", purpose: "signed-pdf", scripted: false });
  });

  it("tells every window of an event, and only those who listen to its topic", async () => {
    const second = await host.newWindow();
    const listen = (): void => {
      const heard: unknown[] = [];
      Object.assign(globalThis, { heard });
      globalThis.kura?.on("vault.state", (payload) => heard.push(payload));
      globalThis.kura?.on("task.ended", () => heard.push("not mine"));
      globalThis.kura?.on("no.such.topic", () => heard.push("no topic"));
    };
    await host.page.evaluate(listen);
    await second.evaluate(listen);
    await callInPage(host.page, "vault", "unlock", {});
    for (const page of [host.page, second]) {
      while ((await keptIn(page, "heard")).length === 0) await page.waitForTimeout(10);
      assert.deepEqual(await keptIn(page, "heard"), [{ state: "open" }]);
    }
    await second.close();
  });

  it("goes on after the engine has died under a call", async () => {
    const answer = await callInPage(host.page, "trail", "list", {});
    assert.match(JSON.stringify(answer), /"code":"internal","reference":"[0-9a-f]{8}"/u);
    assert.deepEqual(await callInPage(host.page, "app", "touch", { text: "後" }), ok({ text: "後" }));
  });

  it("sends the one policy with every file", async () => {
    const response = await host.page.reload();
    assert.equal(response?.headers()["content-security-policy"], contentSecurityPolicy);
  });
});

describe("the page's policy in a real browser", () => {
  const cleanUps: (() => void)[] = [];
  let host: ChromiumHost;

  before(async () => {
    const folder = tempFolder({ after: (cleanUp: unknown) => void cleanUps.push(cleanUp as () => void) });
    writeTinyPage(join(folder, "page"));
    host = await startChromiumHost({
      userData: join(folder, "user"),
      headless: true,
      dialogs: createDialogScript(),
      engineEntry: tinyEngineEntry,
      pageFolder: join(folder, "page"),
    });
  });
  after(async () => {
    await host.close();
    for (const cleanUp of cleanUps) cleanUp();
  });

  const refused: Readonly<Record<string, readonly [directive: string, act: () => unknown]>> = {
    "a script made of text": [
      "require-trusted-types-for",
      () => {
        const script = document.createElement("script");
        script.text = "globalThis.inlineRan = true";
        document.head.append(script);
      },
    ],
    "a script from elsewhere": [
      "require-trusted-types-for",
      () => {
        document.createElement("script").src = "https://elsewhere.invalid/x.js";
      },
    ],
    "an inline event handler": [
      "require-trusted-types-for",
      () => document.body.setAttribute("onclick", "globalThis.inlineRan = true"),
    ],
    "text set as HTML": [
      "require-trusted-types-for",
      () => {
        document.createElement("p").innerHTML = "<img src=x onerror=globalThis.inlineRan=true>";
      },
    ],
    "an inline style": [
      "style-src-elem",
      () => {
        const style = document.createElement("style");
        style.append("body{display:none}");
        document.head.append(style);
      },
    ],
    fetch: ["connect-src", () => fetch("https://elsewhere.invalid/")],
    "fetch of the page's own origin": ["connect-src", () => fetch("/")],
    "a web socket": ["connect-src", () => new WebSocket("wss://elsewhere.invalid/")],
    "a beacon": ["connect-src", () => navigator.sendBeacon("https://elsewhere.invalid/", "x")],
    "an image from elsewhere": [
      "img-src",
      () => {
        new Image().src = "https://elsewhere.invalid/x.png";
      },
    ],
    "a frame": [
      "frame-src",
      () => {
        const frame = document.createElement("iframe");
        frame.src = "https://elsewhere.invalid/";
        document.body.append(frame);
      },
    ],
    "a form": [
      "form-action",
      () => {
        const form = document.createElement("form");
        form.action = "https://elsewhere.invalid/";
        document.body.append(form);
        form.submit();
      },
    ],
    "another base address": [
      "base-uri",
      () => {
        const base = document.createElement("base");
        base.href = "https://elsewhere.invalid/";
        document.head.append(base);
      },
    ],
    "another policy for trusted types": [
      "trusted-types",
      () => globalThis.trustedTypes?.createPolicy("mine" as "default", { createHTML: (text) => text }), // the type knows the one name that is allowed
    ],
  };

  for (const [name, [directive, act]] of Object.entries(refused)) {
    it(`refuses ${name}`, async () => {
      assert.deepEqual(await violationsOf(host.page, act), [directive]);
      assert.equal(await host.page.evaluate(() => "inlineRan" in globalThis), false);
    });
  }

  it("lets the widget library empty its live region", async () => {
    const act = (): void => {
      document.createElement("p").innerHTML = "";
    };
    assert.deepEqual(await violationsOf(host.page, act), []);
  });

  it("has let no request out so far", () => {
    assert.deepEqual(host.blockedRequests, []);
  });

  it("stays where it is when it is sent elsewhere, and the attempt is written down", async () => {
    await host.page.evaluate(() => {
      globalThis.location.href = "https://elsewhere.invalid/leak?name=x";
    });
    await host.page.waitForTimeout(200);
    assert.equal(host.page.url(), hostAddress);
    assert.deepEqual(host.blockedRequests, [{ url: "https://elsewhere.invalid/leak?name=x", kind: "document" }]);
  });

  it("opens no further window", async () => {
    await host.page.evaluate(() => void globalThis.open("/"));
    await host.page.waitForTimeout(300);
    assert.equal(host.context.pages().length, 1);
  });
});

describe("a page that has been tampered with", () => {
  it("runs no script and no style that stands in its HTML", async (t) => {
    const folder = tempFolder(t);
    const html = [
      '<!doctype html><link rel="icon" href="data:,"><title>x</title><body>',
      "<script>globalThis.inlineRan = true</script>",
      '<p style="color: red" onclick="x()">a</p>',
      '<script src="https://elsewhere.invalid/x.js"></script>',
      '<link rel="stylesheet" href="https://elsewhere.invalid/x.css">',
      '<link rel="prefetch" href="https://elsewhere.invalid/x">',
      '<meta http-equiv="refresh" content="0;url=https://elsewhere.invalid/">',
    ];
    writeFileSync(join(folder, "index.html"), html.join("\n"));
    const host = await startChromiumHost({
      userData: join(folder, "user"),
      headless: true,
      dialogs: createDialogScript(),
      engineEntry: tinyEngineEntry,
      pageFolder: folder,
    });
    t.after(() => host.close());
    await host.page.waitForTimeout(300);
    assert.equal(await host.page.evaluate(() => "inlineRan" in globalThis), false);
    const colour = await host.page.locator("p").evaluate((element) => getComputedStyle(element).color);
    assert.equal(colour, "rgb(0, 0, 0)");
    assert.equal(host.page.url(), hostAddress);
    assert.deepEqual(
      host.blockedRequests.map((request) => request.kind),
      ["document"],
    );
  });
});

describe("the built page", () => {
  it("loads without a breach of the policy and without a request that leaves", async (t) => {
    const folder = tempFolder(t);
    await buildPage(join(folder, "page"));
    const host = await startChromiumHost({
      userData: join(folder, "user"),
      headless: true,
      dialogs: createDialogScript(),
      engineEntry: tinyEngineEntry,
      pageFolder: join(folder, "page"),
    });
    t.after(() => host.close());
    const page = await host.newWindow();
    const breaches: string[] = [];
    page.on("console", (message) => {
      if (/Content Security Policy|Trusted(?:HTML|Script)/u.test(message.text())) breaches.push(message.text());
    });
    await page.reload();
    await page.waitForTimeout(500);
    assert.deepEqual(breaches, []);
    assert.deepEqual(host.blockedRequests, []);
  });

  it("holds no inline script, no module of Node, and a hash in every name", async (t) => {
    const folder = tempFolder(t);
    await buildPage(folder);
    const html = readFileSync(join(folder, "index.html"), "utf8");
    assert.doesNotMatch(html, /<script(?![^>]*\ssrc=)/u);
    assert.doesNotMatch(html, /<style|\sstyle=|\son[a-z]+=/u);
    const files = readdirSync(join(folder, "assets"), { recursive: true, encoding: "utf8" });
    // Decoders of pictures in PDF files: the reader asks for them by their own names, where nothing else may stand.
    const decoders = ["jbig2_nowasm_fallback.js", "openjpeg_nowasm_fallback.js"].map((name) => join("pdf", name));
    for (const file of files.filter((name) => name !== "pdf")) {
      if (!decoders.includes(file)) assert.match(file, /^[^/\\]+-[\w-]{8}\.\w+$/u);
      if (!file.endsWith(".js")) continue;
      assert.doesNotMatch(readFileSync(join(folder, "assets", file), "utf8"), /["']node:|__vite-browser-external/u);
    }
  });
});
