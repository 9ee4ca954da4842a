import type { App, Session, WebContents } from "electron";
import { appOrigin, isOfOrigin } from "../security/trusted-frame.ts";

/** The part of a session that is hardened. */
export type HardenedSession = Pick<
  Session,
  | "setPermissionRequestHandler"
  | "setPermissionCheckHandler"
  | "setDevicePermissionHandler"
  | "setDisplayMediaRequestHandler"
  | "setUSBProtectedClassesHandler"
  | "setBluetoothPairingHandler"
  | "setCertificateVerifyProc"
  | "setSpellCheckerEnabled"
  | "setSpellCheckerLanguages"
  | "on"
> & { readonly webRequest: Pick<Session["webRequest"], "onBeforeRequest"> };

// Reason code of `setCertificateVerifyProc` for "not trusted".
const certificateRefused = -2;

/**
 * Refuses everything a page could ask of the machine: permissions, devices, downloads, dictionaries, and every request
 * that is not for the page's own files. `devTools` lets the developer tools load their own pages.
 */
export function hardenSession(session: HardenedSession, devTools: boolean): void {
  session.setPermissionRequestHandler((_contents, _permission, callback) => callback(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, callback) => callback(null));
  session.setUSBProtectedClassesHandler(({ protectedClasses }) => protectedClasses);
  session.setBluetoothPairingHandler((_details, callback) => callback({ confirmed: false }));
  session.setCertificateVerifyProc((_request, callback) => callback(certificateRefused));
  session.setSpellCheckerEnabled(false);
  session.setSpellCheckerLanguages([]);
  session.on("will-download", (event) => event.preventDefault());
  session.on("select-hid-device", (event) => event.preventDefault());
  session.on("select-serial-port", (event) => event.preventDefault());
  session.on("select-usb-device", (event) => event.preventDefault());
  session.webRequest.onBeforeRequest((details, callback) => {
    callback({ cancel: !mayLoad(details.url, devTools) });
  });
}

function mayLoad(address: string, devTools: boolean): boolean {
  if (isOfOrigin(address, appOrigin)) return true;
  const scheme = URL.parse(address)?.protocol;
  // Pictures drawn from bytes in the window; the policy says where they may be used.
  if (scheme === "data:" || scheme === "blob:") return true;
  return devTools && scheme === "devtools:";
}

/** Keeps every page, in whatever window it may come to be, where it is: no navigation, no new windows, no guests. */
export function hardenContents(app: Pick<App, "on">): void {
  app.on("web-contents-created", (_event, contents) => confine(contents));
}

function confine(contents: Pick<WebContents, "on" | "setWindowOpenHandler">): void {
  contents.setWindowOpenHandler(() => ({ action: "deny" }));
  contents.on("will-navigate", (event) => event.preventDefault());
  contents.on("will-frame-navigate", (event) => event.preventDefault());
  contents.on("will-redirect", (event) => event.preventDefault());
  contents.on("will-attach-webview", (event) => event.preventDefault());
  contents.on("select-bluetooth-device", (event) => event.preventDefault());
}
