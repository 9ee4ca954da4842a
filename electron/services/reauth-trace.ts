import type { Fault } from "../../shared/contract/channel.ts";
import { faultOf } from "../vault/fault.ts";
import type { Session } from "./session.ts";

/** Calls whose passphrase is that of a vault to be opened; failures there are counted beside the vault. */
const opening: ReadonlySet<string> = new Set(["vault.unlock", "vault.create"]);

/**
 * Takes down that the person at the keyboard gave a wrong passphrase when asked for it again, with the area of the call that
 * asked. Stands at the door, so that no service can forget it. A full disk keeps nobody from hearing of the refusal.
 */
export function traceReauth(session: Session): (call: string, fault: Fault) => void {
  return (call, { code }) => {
    if (code !== "wrong-passphrase" || opening.has(call)) return;
    const open = session.current();
    if (open === undefined) return;
    try {
      open.write(() => open.note("reauth-failed", null, { area: call.split(".")[0] ?? "" }));
    } catch (thrown) {
      if (faultOf(thrown) === undefined) throw thrown;
    }
  };
}
