import { createHash } from "node:crypto";
import type {
  AuditEntry,
  ExportPurpose,
  TrailAnchor,
  TrailFilter,
  TrailHead,
  TrailNotice,
  TrailVerdict,
} from "../../shared/domain/audit.ts";
import type { Content } from "../../shared/domain/content/content.ts";
import { createNamer } from "../../shared/domain/content/names.ts";
import type { DossierId } from "../../shared/domain/ids.ts";
import { dayOf, Instant } from "../../shared/domain/time.ts";
import { readReceipt, receiptText } from "../../shared/domain/trail-receipt.ts";
import { err, type Nothing, ok, type Result } from "../../shared/result.ts";
import { createText, type Locale } from "../../shared/strings/text.ts";
import type { AppInfo, Clock, Dialogs } from "../ports.ts";
import { safeFileName } from "../security/display-name.ts";
import { writeTrailExport } from "../trail/trail-export.ts";
import { verifyTrail } from "../trail/verify-trail.ts";
import type { VaultFault } from "../vault/fault.ts";
import { type EntryRefusal, enterCase } from "./enter-case.ts";
import { saveOutside } from "./save-outside.ts";
import type { Locked, NotPermitted, OpenSession, Session } from "./session.ts";

import { trailTable } from "./trail-table.ts";
import { notedAnchors } from "./trail-watch.ts";
import type { VaultPlaces } from "./vault-places.ts";

/** Where the trail stands. */
export interface TrailOverview {
  readonly head: TrailHead;
  readonly signedCount: number;
  readonly receipt: string;
  readonly people: { id: string; name: string; key: string | null }[];
  readonly notice: TrailNotice | null;
}

/** Shows the trail, checks it and writes it out. */
export interface TrailService {
  list(input: {
    dossierId: DossierId | null;
    before: number | null;
    limit: number;
    filter?: TrailFilter | undefined;
  }): Result<{ entries: AuditEntry[]; head: TrailHead; caseNumbers: Record<string, string> }, EntryRefusal>;
  overview(): Result<TrailOverview, Locked | NotPermitted>;
  check(input: {
    receipt?: string | undefined;
  }): Result<TrailVerdict, Locked | NotPermitted | { readonly code: "receipt-unreadable" }>;
  export(input: {
    format: "csv" | "json";
    locale: Locale;
    purpose: ExportPurpose;
    passphrase: string;
  }): Promise<Result<Nothing, Locked | NotPermitted | VaultFault>>;
}

interface Parts {
  readonly session: Session;
  readonly places: VaultPlaces;
  readonly clock: Clock;
  readonly dialogs: Dialogs;
  readonly info: AppInfo;
  readonly content: Content;
}

export function createTrailService(parts: Parts): TrailService {
  const { session, clock } = parts;
  return {
    list: (query) => {
      const open = mayRead(session, query.dossierId);
      if (!open.ok) return open;
      const { audit } = open.value.tables;
      const entries = audit.list(query);
      const ids = new Set(entries.flatMap(({ dossierId }) => dossierId ?? []));
      return ok({ entries, head: audit.head(), caseNumbers: audit.caseNumbers([...ids]) });
    },
    overview: () => {
      const open = session.enter("read-trail");
      if (!open.ok) return open;
      const { tables, watch } = open.value;
      const head = tables.audit.head();
      return ok({
        head,
        signedCount: tables.checkpoints.lastCount(),
        receipt: receiptText(head, clock.nowMs()),
        people: tables.audit.actors(),
        notice: watch.notice ?? null,
      });
    },
    check: (input) => check(parts, input),
    export: (input) => exportTrail(parts, input),
  };
}

/** The history of a case comes with reading the case; the whole trail needs its own right. */
function mayRead(session: Session, dossierId: DossierId | null): Result<OpenSession, EntryRefusal> {
  if (dossierId === null) return session.enter("read-trail");
  const entered = enterCase(session, "read-cases", dossierId);
  return entered.ok ? ok(entered.value.open) : entered;
}

/** Checks the trail of an open vault against these anchors. */
export function verdictOn({ vault, tables }: OpenSession, anchors: readonly TrailAnchor[]): TrailVerdict {
  return verifyTrail({
    vaultId: vault.vaultId,
    links: () => tables.audit.links(),
    checkpoints: tables.checkpoints.list(),
    anchors,
  });
}

function check(
  { session, places }: Parts,
  { receipt }: { receipt?: string | undefined },
): ReturnType<TrailService["check"]> {
  const entered = session.enter("check-vault");
  if (!entered.ok) return entered;
  const open = entered.value;
  const anchors = notedAnchors(open, places);
  if (receipt !== undefined) {
    const typed = readReceipt(receipt);
    if (typed === undefined) return err({ code: "receipt-unreadable" });
    anchors.push({ source: "receipt", count: typed.count, head: typed.head, atMs: null });
  }
  const verdict = verdictOn(open, anchors);
  open.write(() => open.note("trail-checked", null, { verdict: verdict.verdict, count: verdict.count }));
  open.watch.notice = undefined;
  return ok(verdict);
}

async function exportTrail(
  { session, clock, dialogs, info, content }: Parts,
  { format, locale, purpose, passphrase }: Parameters<TrailService["export"]>[0],
): ReturnType<TrailService["export"]> {
  const entered = session.enter("export-trail");
  if (!entered.ok) return entered;
  const open = entered.value;
  const allowed = await open.vault.verifyPassphrase(passphrase);
  if (!allowed.ok) return allowed;
  const nowMs = clock.nowMs();
  const path = await dialogs.saveFile("trail-copy", safeFileName(`kura-trail-${dayOf(nowMs)}.${format}`));
  if (path === undefined) return err({ code: "cancelled" });
  if (session.current()?.vault !== open.vault) return err({ code: "vault-locked" });
  // The end that is written out is signed, so that a cut of the file shows.
  open.checkpoint();
  const { tables, vault, person } = open;
  const trail = tables.audit.head();
  const header = {
    type: "kura-trail" as const,
    form: 1 as const,
    vaultId: vault.vaultId,
    exportedAt: Instant.parse(nowMs),
    exportedBy: person.displayName,
    appVersion: info.version,
    trail,
  };
  const hash = createHash("sha256");
  const bytes =
    format === "json"
      ? writeTrailExport(header, tables.checkpoints.list(), tables.audit.linksFrom)
      : trailTable(tables.audit, trail.count, { text: createText(locale), nameOf: createNamer(content, locale) });
  const saved = await saveOutside(path, hashed(bytes, hash));
  if (!saved.ok) return saved;
  const details = { format, purpose, count: trail.count, file: hash.digest("hex") };
  open.write(() => open.note("trail-exported", null, details));
  return ok({});
}

function* hashed(parts: Iterable<Uint8Array>, hash: { update(bytes: Uint8Array): unknown }): Generator<Uint8Array> {
  for (const part of parts) {
    hash.update(part);
    yield part;
  }
}
