import assert from "node:assert/strict";
import { EventEmitter } from "node:events";
import { describe, it, mock } from "node:test";
import type { App, utilityProcess } from "electron";
import { dialogKinds } from "../../../../electron/shell/dialog-kinds.ts";
import { createDialogs, type DialogParts } from "../../../../electron/shell/dialogs.ts";
import { forkEngine } from "../../../../electron/shell/engine.ts";
import { lookEveryMs, watchAway } from "../../../../electron/shell/idle.ts";
import { menuTemplate } from "../../../../electron/shell/menu.ts";
import { holdSingleInstance } from "../../../../electron/shell/single-instance.ts";
import { startSwitches } from "../../../../electron/shell/switches.ts";
import { createText, type TextKey } from "../../../../shared/strings/text.ts";

const text = createText("ja");

type Monitor = Parameters<typeof watchAway>[0];

function fakeMonitor(state: () => string): Monitor & EventEmitter {
  // `on` and the state are all it uses.
  return Object.assign(new EventEmitter(), { getSystemIdleState: state }) as unknown as Monitor & EventEmitter;
}

describe("away moments", () => {
  it("come from sleep, screen lock, another user and the end of the system", () => {
    const monitor = fakeMonitor(() => "active");
    const moments: string[] = [];
    watchAway(monitor, (moment) => moments.push(moment));
    for (const event of ["suspend", "lock-screen", "user-did-resign-active", "shutdown", "resume", "unlock-screen"]) {
      monitor.emit(event);
    }
    assert.deepEqual(moments, ["suspend", "screen-lock", "session-switch", "quit"]);
  });

  it("come once from a locked screen that the system only admits to when asked", () => {
    mock.timers.enable({ apis: ["setInterval"] });
    let state = "active";
    const moments: string[] = [];
    watchAway(
      fakeMonitor(() => state),
      (moment) => moments.push(moment),
    );
    mock.timers.tick(lookEveryMs);
    assert.deepEqual(moments, []);
    state = "locked";
    mock.timers.tick(3 * lookEveryMs);
    assert.deepEqual(moments, ["screen-lock"]);
    state = "idle";
    mock.timers.tick(lookEveryMs);
    state = "locked";
    mock.timers.tick(lookEveryMs);
    assert.deepEqual(moments, ["screen-lock", "screen-lock"]);
    mock.timers.reset();
  });
});

describe("native dialogs", () => {
  interface Shown {
    readonly title?: string;
    readonly defaultPath?: string;
    readonly properties?: readonly string[];
    readonly filters?: readonly { readonly extensions: readonly string[] }[];
  }

  function dialogsThat(answer: { readonly canceled: boolean; readonly path: string }): {
    dialogs: ReturnType<typeof createDialogs>;
    shown: Shown[];
  } {
    const shown: Shown[] = [];
    const note = async (...values: unknown[]): Promise<unknown> => {
      shown.push(values.at(-1) as Shown); // the options come last
      return { canceled: answer.canceled, filePaths: [answer.path], filePath: answer.path };
    };
    const dialog = { showOpenDialog: note, showSaveDialog: note } as unknown as DialogParts["dialog"]; // both overloads
    return { dialogs: createDialogs({ dialog, parent: () => undefined, text }), shown };
  }

  it("give the chosen path", async () => {
    const { dialogs } = dialogsThat({ canceled: false, path: "/chosen/a.pdf" });
    assert.equal(await dialogs.openFile("evidence"), "/chosen/a.pdf");
    assert.equal(await dialogs.openFolder("vault-folder"), "/chosen/a.pdf");
    assert.equal(await dialogs.saveFile("report-copy", "a.pdf"), "/chosen/a.pdf");
  });

  it("give nothing when they are closed", async () => {
    const { dialogs } = dialogsThat({ canceled: true, path: "" });
    assert.equal(await dialogs.openFile("evidence"), undefined);
    assert.equal(await dialogs.openFolder("vault-folder"), undefined);
    assert.equal(await dialogs.saveFile("report-copy", "a.pdf"), undefined);
  });

  it("leave no name in the system's list of recent files, and ask before they replace a file", async () => {
    const { dialogs, shown } = dialogsThat({ canceled: true, path: "" });
    await dialogs.openFile("evidence");
    await dialogs.openFolder("vault-folder");
    await dialogs.saveFile("report-copy", "a.pdf");
    for (const options of shown) assert.ok(options.properties?.includes("dontAddToRecent"));
    assert.ok(shown[2]?.properties?.includes("showOverwriteConfirmation"));
  });

  it("suggest names that are no paths", async () => {
    const { dialogs, shown } = dialogsThat({ canceled: true, path: "" });
    await dialogs.saveFile("evidence-copy", "../../\u202efdp.exe");
    assert.equal(shown[0]?.defaultPath, "__.._fdp.exe");
  });

  it("have a title and named filters for every purpose, in both languages", () => {
    for (const kind of Object.values(dialogKinds)) {
      const keys: readonly TextKey[] = kind.filter === undefined ? [kind.title] : [kind.title, kind.filter.name];
      for (const key of keys) for (const locale of ["ja", "en"] as const) assert.notEqual(createText(locale)(key), "");
    }
  });
});

describe("the engine's utility process", () => {
  it("starts without loader variables, without flags and without an output that is kept", () => {
    const forked: unknown[][] = [];
    const child = Object.assign(new EventEmitter(), { postMessage: () => undefined, kill: () => true });
    const fork = {
      fork: (...values: unknown[]) => {
        forked.push(values);
        return child;
      },
    };
    process.env["NODE_OPTIONS"] ??= "";
    const engine = forkEngine(fork as unknown as typeof utilityProcess, "/bundle/engine-process.js"); // `fork` alone
    const [entry, args, options] = forked[0] ?? [];
    assert.deepEqual([entry, args], ["/bundle/engine-process.js", []]);
    const { env, execArgv, stdio } = options as { env: Record<string, string>; execArgv: unknown; stdio: unknown };
    assert.deepEqual(
      Object.keys(env).filter((name) => /^(?:NODE|ELECTRON|LD)_/u.test(name)),
      [],
    );
    assert.deepEqual([execArgv, stdio], [[], "ignore"]);
    let exits = 0;
    engine.onExit(() => (exits += 1));
    child.emit("exit", 0);
    child.emit("exit", 0);
    assert.equal(exits, 1);
  });
});

describe("a second start", () => {
  it("gives way to the first, which shows itself", () => {
    const app = Object.assign(new EventEmitter(), { requestSingleInstanceLock: () => true });
    let shown = 0;
    assert.equal(
      holdSingleInstance(app as unknown as App, () => (shown += 1)),
      true,
    ); // two members are used
    app.emit("second-instance");
    assert.equal(shown, 1);
    const late = Object.assign(new EventEmitter(), { requestSingleInstanceLock: () => false });
    assert.equal(
      holdSingleInstance(late as unknown as App, () => undefined),
      false,
    );
  });
});

describe("the menu", () => {
  function rolesOf(devTools: boolean): unknown[] {
    const template = menuTemplate({ text, isMac: false, devTools });
    return template.flatMap((item) => (Array.isArray(item.submenu) ? item.submenu.map(({ role }) => role) : []));
  }

  it("has no reload and, in the shipped app, no developer tools", () => {
    for (const role of ["reload", "forceReload", "toggleDevTools"]) assert.ok(!rolesOf(false).includes(role));
    assert.ok(rolesOf(true).includes("toggleDevTools"));
  });

  it("can copy, paste and enlarge", () => {
    for (const role of ["copy", "paste", "zoomIn", "quit"]) assert.ok(rolesOf(false).includes(role));
  });
});

describe("Chromium's switches", () => {
  it("let no name resolve", () => {
    assert.equal(new Map(startSwitches).get("host-resolver-rules"), "MAP * ~NOTFOUND");
  });

  it("never loosen anything", () => {
    for (const [name] of startSwitches) {
      assert.doesNotMatch(name, /no-sandbox|disable-web-security|remote-debugging|ignore-certificate|allow-/u);
    }
  });
});
