import { z } from "zod";
import type { TrustedIssuer } from "../../shared/contract/calls/proof.ts";
import { Sha256 } from "../../shared/domain/ids.ts";
import { Instant } from "../../shared/domain/time.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { readTrustedRoot, type TrustedRoot } from "../pdf/verification/trusted-root.ts";
import type { Dialogs } from "../ports.ts";
import type { VaultFault } from "../vault/fault.ts";
import { readBounded } from "./read-bounded.ts";
import type { Locked, NotPermitted, OpenSession, Session } from "./session.ts";
import { settingNames } from "./settings-service.ts";

type Issuers = { issuers: TrustedIssuer[] };
type Rejected = { readonly code: "root-rejected" };

/** Whose signatures this vault takes for genuine. */
export interface TrustedIssuersService {
  issuers(): Result<Issuers, Locked>;
  readIssuer(): Promise<
    Result<TrustedIssuer, Locked | NotPermitted | Rejected | { readonly code: "cancelled" | "file-unreadable" }>
  >;
  trustIssuer(input: {
    fingerprint: Sha256;
    passphrase: string;
  }): Promise<Result<Issuers, NotPermitted | VaultFault | Rejected>>;
  forgetIssuer(input: { fingerprint: Sha256 }): Result<Issuers, Locked | NotPermitted | Rejected>;
  /** Forgets a certificate that was read and not yet trusted; called when the vault locks. */
  forget(): void;
}

/** A certificate is a few kilobytes; more is something else. Bytes. */
const certificateFileLimitBytes = 64 * 1024;

const Carried = z.array(z.base64());

/** DER of every root trusted in this vault: those it made, and those that people accepted. */
export function trustedRoots(open: OpenSession): Buffer[] {
  return [...open.tables.identities.roots(), ...carriedIn(open)].map((root) => Buffer.from(root, "base64"));
}

function carriedIn(open: OpenSession): string[] {
  const stored = open.tables.settings.find(settingNames.trustedRoots);
  return stored === undefined ? [] : Carried.parse(JSON.parse(stored));
}

export function createTrustedIssuersService({
  session,
  dialogs,
}: {
  session: Session;
  dialogs: Dialogs;
}): TrustedIssuersService {
  // What was read is kept here until the person has compared the fingerprint; the page only names it.
  let read: TrustedRoot | undefined;
  return {
    forget: () => {
      read = undefined;
    },
    issuers: () => {
      const open = session.require();
      return open.ok ? ok(listIssuers(open.value)) : open;
    },
    readIssuer: async () => {
      const open = session.enter("manage-settings");
      if (!open.ok) return open;
      const path = await dialogs.openFile("certificate");
      if (path === undefined) return err({ code: "cancelled" });
      const bytes = await readBounded(path, certificateFileLimitBytes);
      if (!bytes.ok) return err({ code: bytes.error === "file-too-large" ? "root-rejected" : "file-unreadable" });
      const root = readTrustedRoot(bytes.value);
      if (!root.ok) return err({ code: "root-rejected" });
      read = root.value;
      return ok(toIssuer(root.value, false));
    },
    trustIssuer: async ({ fingerprint, passphrase }) => {
      const open = session.enter("manage-settings");
      if (!open.ok) return open;
      if (read?.fingerprint !== fingerprint) return err({ code: "root-rejected" });
      const root = read;
      const allowed = await open.value.vault.verifyPassphrase(passphrase);
      if (!allowed.ok) return allowed;
      store(open.value, [...carriedIn(open.value), Buffer.from(root.der).toString("base64")], {
        kind: "root-trusted",
        fingerprint,
      });
      read = undefined;
      return ok(listIssuers(open.value));
    },
    forgetIssuer: ({ fingerprint }) => {
      const open = session.enter("manage-settings");
      if (!open.ok) return open;
      const kept = carriedIn(open.value).filter((base64) => fingerprintOf(base64) !== fingerprint);
      if (kept.length === carriedIn(open.value).length) return err({ code: "root-rejected" });
      store(open.value, kept, { kind: "root-forgotten", fingerprint });
      return ok(listIssuers(open.value));
    },
  };
}

function store(
  open: OpenSession,
  roots: readonly string[],
  { kind, fingerprint }: { kind: "root-trusted" | "root-forgotten"; fingerprint: Sha256 },
): void {
  open.write(() => {
    open.tables.settings.put(settingNames.trustedRoots, JSON.stringify([...new Set(roots)]));
    open.note(kind, null, { fingerprint });
  });
}

function fingerprintOf(base64: string): string | undefined {
  const root = readTrustedRoot(Buffer.from(base64, "base64"));
  return root.ok ? root.value.fingerprint : undefined;
}

function listIssuers(open: OpenSession): Issuers {
  const describe = (base64: string, own: boolean): TrustedIssuer[] => {
    const root = readTrustedRoot(Buffer.from(base64, "base64"));
    return root.ok ? [toIssuer(root.value, own)] : [];
  };
  const own = open.tables.identities.roots().flatMap((base64) => describe(base64, true));
  return { issuers: [...own, ...carriedIn(open).flatMap((base64) => describe(base64, false))] };
}

function toIssuer(root: TrustedRoot, own: boolean): TrustedIssuer {
  return {
    name: root.commonName,
    organization: root.organization,
    fingerprint: Sha256.parse(root.fingerprint),
    validUntil: Instant.parse(root.notAfterMs),
    own,
  };
}
