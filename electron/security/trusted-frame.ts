/** Where the page comes from, as scheme and host; `app://kura` in Electron. */
export interface PageOrigin {
  /** With its colon, as `URL.protocol` gives it. */
  readonly protocol: string;
  readonly host: string;
}

/** The page's origin in the Electron host. */
export const appOrigin: PageOrigin = { protocol: "app:", host: "kura" };

/** What is known of the frame a message came from. */
export interface SenderFrame {
  readonly url: string;
  /** Whether it is the main frame of one of our own windows. */
  readonly isOwnMainFrame: boolean;
}

/** Whether a message from this frame may reach the engine: main frame, our window, our page. */
export function isTrustedFrame(frame: SenderFrame | undefined, origin: PageOrigin): boolean {
  return frame?.isOwnMainFrame === true && isOfOrigin(frame.url, origin);
}

/** Whether an address belongs to the page's origin. User names, ports and text that is no address never do. */
export function isOfOrigin(address: string, origin: PageOrigin): boolean {
  const url = URL.parse(address);
  // `origin` of a scheme of our own is the text "null", so scheme and host are compared one by one.
  return (
    url !== null &&
    url.protocol === origin.protocol &&
    url.host === origin.host &&
    url.username === "" &&
    url.password === ""
  );
}
