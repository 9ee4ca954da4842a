import type { z } from "zod";
import type { recovery } from "../../shared/contract/calls/recovery.ts";
import { type RecoveryStatus, rehearsalMonths } from "../../shared/domain/recovery.ts";
import { Instant } from "../../shared/domain/time.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import type { Clock, Random } from "../ports.ts";
import { readShare, type ShareUnreadable, wordsPerShare } from "../recovery/share.ts";
import type { VaultFault } from "../vault/fault.ts";
import type { KdfParameters } from "../vault/vault.ts";
import { oweKeyChange, payKeyChange } from "./owed-key-change.ts";
import { type DrawnKit, drawKit } from "./recovery/drawn-kit.ts";
import { type QuorumFault, readQuorum } from "./recovery/quorum.ts";
import type { Locked, NotPermitted, OpenSession, Session } from "./session.ts";
import { readSettings } from "./settings-service.ts";

type Refused<C extends string> = { readonly code: C };
type Drawn = z.input<typeof recovery.draw.response>;
type SheetFacts = z.input<typeof recovery.readShare.response>;
type NoKit = Refused<"no-recovery-kit">;

/** Recovery kits: drawing one, putting it in force, and rehearsing it. What a kit is for stands in `recovery/opening.ts`. */
export interface RecoveryService {
  status(): Result<RecoveryStatus, Locked | NotPermitted>;
  draw(request: {
    threshold: number;
    count: number;
    passphrase: string;
  }): Promise<Result<Drawn, NotPermitted | VaultFault>>;
  confirmSheet(request: {
    kitId: string;
    index: number;
    words: readonly string[];
  }): Result<{ confirmed: number[] }, Locked | NotPermitted | NoKit | ShareUnreadable>;
  enforce(request: {
    kitId: string;
    passphrase: string;
  }): Promise<Result<RecoveryStatus, NotPermitted | VaultFault | NoKit | Refused<"vault-full-of-people">>>;
  /** Forgets a drawn kit. Also called whenever the vault locks. */
  drop(): void;
  readShare(text: string): Result<SheetFacts, ShareUnreadable>;
  rehearse(
    shares: readonly string[],
  ): Promise<Result<RecoveryStatus, NotPermitted | VaultFault | QuorumFault | NoKit | Refused<"recovery-refused">>>;
}

/** What the service works with. */
export interface RecoveryParts {
  readonly session: Session;
  readonly clock: Clock;
  readonly random: Random;
  readonly kdf?: KdfParameters | undefined;
}

/** Slots a vault's slot file has room for. */
const slotLimit = 64;

export function createRecoveryService(parts: RecoveryParts): RecoveryService {
  let drawn: DrawnKit | undefined;
  const drop = (): void => {
    drawn?.wipe();
    drawn = undefined;
  };
  /** The kit being made in this very vault, if it has this number. */
  const drawnIn = (open: OpenSession, kitId: string): DrawnKit | undefined =>
    drawn?.kitId === kitId && drawn.vaultId === open.vault.vaultId ? drawn : undefined;

  return {
    status: () => {
      const open = parts.session.enter("manage-recovery");
      return open.ok ? ok(recoveryStatus(open.value, parts.clock.nowMs())) : open;
    },
    drop,
    draw: async ({ threshold, count, passphrase }) => {
      const entered = await enterAgain(parts.session, passphrase);
      if (!entered.ok) return entered;
      drop();
      const open = entered.value;
      const kitId = newKitId(open, parts.random);
      const made = await drawKit({ random: parts.random, vaultId: open.vault.vaultId, kitId, threshold, count });
      drawn = made.kit;
      const drawnAt = Instant.parse(parts.clock.nowMs());
      return ok({ kitId, officeName: readSettings(open).officeName, threshold, count, drawnAt, sheets: made.sheets });
    },
    confirmSheet: ({ kitId, index, words }) => {
      const open = parts.session.enter("manage-recovery");
      if (!open.ok) return open;
      const kit = drawnIn(open.value, kitId);
      if (kit === undefined) return err({ code: "no-recovery-kit" });
      const wrong = kit.compare(index, words);
      if (wrong === undefined) return ok({ confirmed: kit.confirmed() });
      return err({ code: "share-unreadable", details: { words: wordsPerShare, at: wrong } });
    },
    enforce: async ({ kitId, passphrase }) => {
      const open = parts.session.enter("manage-recovery");
      if (!open.ok) return open;
      const kit = drawnIn(open.value, kitId);
      if (kit === undefined || kit.confirmed().length < kit.count) return err({ code: "no-recovery-kit" });
      const done = await enforce(parts, open.value, { kit, passphrase });
      if (done.ok) drop();
      return done;
    },
    readShare: (text) => {
      const share = readShare(text);
      if (!share.ok) return share;
      const { kitId, index, threshold, count } = share.value;
      return ok({ kitId, index, threshold, count });
    },
    rehearse: (shares) => rehearse(parts, shares),
  };
}

/** What the health page and home say about recovery. */
export function recoveryStatus({ tables }: Pick<OpenSession, "tables">, nowMs: number): RecoveryStatus {
  const kit = tables.recovery.findInForce();
  if (kit === undefined) return { kit: null, isRehearsalDue: false };
  const rehearsals = tables.recovery.rehearsals(kit.id);
  const last = rehearsals.find(({ outcome }) => outcome === "opened");
  return {
    kit: {
      kitId: kit.id,
      threshold: kit.threshold,
      count: kit.count,
      madeAt: Instant.parse(kit.madeAtMs),
      madeBy: kit.madeBy,
      rehearsals,
    },
    isRehearsalDue: last === undefined || monthsLater(last.at, rehearsalMonths) <= nowMs,
  };
}

function monthsLater(atMs: number, months: number): number {
  const day = new Date(atMs);
  return day.setUTCMonth(day.getUTCMonth() + months);
}

/** The open session of an administrator who has just proved to be at the keyboard. */
async function enterAgain(
  session: Session,
  passphrase: string,
): Promise<Result<OpenSession, NotPermitted | VaultFault>> {
  const entered = session.enter("manage-recovery");
  if (!entered.ok) return entered;
  const allowed = await entered.value.vault.verifyPassphrase(passphrase);
  return allowed.ok ? session.enter("manage-recovery") : allowed;
}

/** A number that no sheet of this vault bears yet. */
function newKitId({ tables }: OpenSession, random: Random): string {
  for (;;) {
    const kitId = Buffer.from(random.bytes(4)).toString("hex");
    if (!tables.recovery.isKnown(kitId)) return kitId;
  }
}

/**
 * The slot first, then the row that names it, then the earlier slots go. Stopped before the row, the new sheets open nothing and
 * the earlier kit stays in force; stopped after it, the next unlocking shuts the earlier slots (`admission.ts`). Keys of restricted
 * cases reach the new kit from those who hold them, each at their next unlocking.
 */
async function enforce(
  parts: RecoveryParts,
  open: OpenSession,
  { kit, passphrase }: { readonly kit: DrawnKit; readonly passphrase: string },
): ReturnType<RecoveryService["enforce"]> {
  const { vault, tables } = open;
  if (vault.slots().length >= slotLimit) return err({ code: "vault-full-of-people" });
  const added = await vault.addSlot({
    current: passphrase,
    passphrase: kit.passphrase(),
    kind: "recovery",
    ...(parts.kdf === undefined ? {} : { kdf: parts.kdf }),
  });
  if (!added.ok) return added;
  const { slotId, publicKey } = added.value;
  const { kitId: id, threshold, count } = kit;
  const earlier = vault.slots().filter((slot) => slot.kind === "recovery" && slot.slotId !== slotId);
  open.write(() => {
    const madeAtMs = parts.clock.nowMs();
    tables.recovery.enforce({ id, slotId, threshold, count, publicKey, madeAtMs, madeBy: open.person.displayName });
    // An old copy of the slot file with the earlier sheets shall open nothing new.
    if (earlier.length > 0) oweKeyChange(tables);
    open.note("recovery-kit-made", null, { kit: id, threshold, shares: count });
  });
  for (const slot of earlier) {
    const shut = await vault.revokeSlot({ current: passphrase, slotId: slot.slotId });
    if (!shut.ok) return shut;
  }
  // The new kit is in force whatever comes of this: what fails stays owed, is told by the health check and tried again.
  if (earlier.length > 0) await payKeyChange(open, passphrase);
  return ok(recoveryStatus(open, parts.clock.nowMs()));
}

async function rehearse(
  { session, clock }: RecoveryParts,
  shares: readonly string[],
): ReturnType<RecoveryService["rehearse"]> {
  const entered = session.enter("manage-recovery");
  if (!entered.ok) return entered;
  const open = entered.value;
  const kit = open.tables.recovery.findInForce();
  if (kit === undefined) return err({ code: "no-recovery-kit" });
  const quorum = await readQuorum(shares);
  if (!quorum.ok) return quorum;
  const { passphrase, sharesUsed, kitId } = quorum.value;
  const proved = await open.vault.verifySlot({ slotId: kit.slotId, passphrase });
  if (!proved.ok && proved.error.code !== "wrong-passphrase") return proved;
  const outcome = proved.ok && kitId === kit.id ? "opened" : "refused";
  open.write(() => {
    const at = Instant.parse(clock.nowMs());
    open.tables.recovery.addRehearsal(kit.id, { at, byName: open.person.displayName, outcome, sharesUsed });
    open.note("recovery-rehearsed", null, { kit: kit.id, outcome, shares: sharesUsed });
  });
  return outcome === "opened" ? ok(recoveryStatus(open, clock.nowMs())) : err({ code: "recovery-refused" });
}
