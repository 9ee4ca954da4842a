import { basename } from "node:path";
import { EditionId, ImportId, Sha256 } from "../../../shared/domain/ids.ts";
import { listDay, type PackedLine, type PackLook, type PackSigner } from "../../../shared/domain/list-editions.ts";
import type { Edition, ImportTrial } from "../../../shared/domain/screening.ts";
import { dayOf, Instant } from "../../../shared/domain/time.ts";
import { err, type Nothing, ok, type Result } from "../../../shared/result.ts";
import { type PackedEdition, packLimits } from "../../list-pack/pack-format.ts";
import type { PackReader } from "../../list-pack/pack-reader.ts";
import type { PackFault, PackSignature } from "../../list-pack/read-pack.ts";
import { type PackedBody, packBody, writePack } from "../../list-pack/write-pack.ts";
import { openSigner } from "../../pdf/signing/signer.ts";
import { displayName, safeFileName } from "../../security/display-name.ts";
import type { VaultFault } from "../../vault/fault.ts";
import type { Seal } from "../../vault/vault.ts";
import { unsealIdentity } from "../identity-service.ts";
import { type ListServiceParts, stageInTurn, toTrial } from "../list-service.ts";
import { newId } from "../new-id.ts";
import { readBounded } from "../read-bounded.ts";
import { saveOutside } from "../save-outside.ts";
import type { Locked, NotPermitted, OpenSession, Session } from "../session.ts";
import { breathe, stillOpen } from "./stage-list.ts";

type Refused<C extends string> = { readonly code: C };
type PackRefused = { readonly code: "pack-refused"; readonly details: { readonly reason: string } };

/** Carries editions between machines in signed packs. */
export interface PackService {
  /** Writes editions into one file, signed with the person's certificate; asks for the passphrase and the place. */
  write(input: {
    editionIds: readonly EditionId[];
    passphrase: string;
  }): Promise<
    Result<
      { fileName: string; fingerprint: string },
      Locked | NotPermitted | VaultFault | Refused<"unknown-edition" | "identity-missing" | "cancelled">
    >
  >;
  /** Asks for a pack and checks it; nothing is kept yet. */
  open(): Promise<Result<PackLook, Locked | NotPermitted | PackRefused | Refused<"cancelled" | "file-unreadable">>>;
  /** Takes packs of this signer from now on; asks for the passphrase, because a stranger's list decides about people. */
  accept(input: {
    packId: ImportId;
    passphrase: string;
  }): Promise<Result<PackSigner, Locked | NotPermitted | VaultFault | Refused<"unknown-import">>>;
  signers(): Result<{ signers: PackSigner[] }, Locked>;
  forgetSigner(input: { fingerprint: Sha256 }): Result<Nothing, Locked | NotPermitted>;
  /** Reads one edition of the pack and compares it, as any import; `finishImport` keeps it under the details that were signed. */
  tryEdition(input: {
    packId: ImportId;
    at: number;
  }): Promise<
    Result<
      { importId: ImportId; trial: ImportTrial },
      Locked | NotPermitted | PackRefused | Refused<"unknown-import" | "signer-not-accepted" | "cancelled">
    >
  >;
  /** Forgets a pack that was opened; called when the vault locks, too. */
  forget(): void;
}

export type PackServiceParts = Pick<
  ListServiceParts,
  "session" | "clock" | "random" | "dialogs" | "tasks" | "pending"
> & {
  readonly reader: PackReader;
};

interface OpenedPack {
  readonly packId: ImportId;
  readonly bytes: Buffer;
  readonly signer: PackSignature;
}

export function createPackService(parts: PackServiceParts): PackService {
  const { session, clock } = parts;
  // One pack at a time: the page works through it edition by edition.
  let opened: OpenedPack | undefined;
  return {
    write: (input) => write(parts, input),
    open: async () => {
      const open = session.enter("import-lists");
      if (!open.ok) return open;
      const look = await openPack(parts, open.value);
      if (!look.ok) return look;
      opened = look.value.opened;
      return ok(look.value.look);
    },
    accept: async ({ packId, passphrase }) => {
      const open = session.enter("import-lists");
      if (!open.ok) return open;
      if (opened?.packId !== packId) return err({ code: "unknown-import" });
      const { fingerprint, name, organization } = opened.signer;
      const allowed = await open.value.vault.verifyPassphrase(passphrase);
      if (!allowed.ok) return allowed;
      const signer: PackSigner = {
        ...{ fingerprint: Sha256.parse(fingerprint), name, organization },
        ...{ acceptedAt: Instant.parse(clock.nowMs()), acceptedBy: open.value.person.displayName },
      };
      open.value.write(() => {
        open.value.tables.packSigners.accept(signer);
        open.value.note("list-signer-accepted", null, { fingerprint });
      });
      return ok(signer);
    },
    signers: () => {
      const open = session.require();
      return open.ok ? ok({ signers: open.value.tables.packSigners.list() }) : open;
    },
    forgetSigner: ({ fingerprint }) => {
      const open = session.enter("import-lists");
      if (!open.ok) return open;
      open.value.write(() => {
        const was = open.value.tables.packSigners.forget(fingerprint);
        if (was) open.value.note("list-signer-forgotten", null, { fingerprint });
      });
      return ok({});
    },
    tryEdition: async ({ packId, at }) => {
      const open = session.enter("import-lists");
      if (!open.ok) return open;
      if (opened?.packId !== packId) return err({ code: "unknown-import" });
      return tryEdition(parts, open.value, { opened, at });
    },
    forget: () => {
      opened = undefined;
    },
  };
}

async function openPack(
  { random, dialogs, reader, session }: PackServiceParts,
  open: OpenSession,
): Promise<
  Result<{ look: PackLook; opened: OpenedPack }, Locked | PackRefused | Refused<"cancelled" | "file-unreadable">>
> {
  const path = await dialogs.openFile("list-pack");
  if (path === undefined) return err({ code: "cancelled" });
  const bytes = await readBounded(path, packLimits.file);
  if (!bytes.ok) return bytes.error === "file-too-large" ? refused("too-large") : err({ code: "file-unreadable" });
  const read = await reader.read(bytes.value, null);
  if (!read.ok) return refused(read.error);
  if (!stillOpen(session, open)) return err({ code: "vault-locked" });
  const { manifest, signer } = read.value.pack;
  const packId = newId(ImportId, random);
  const look: PackLook = {
    packId,
    fileName: displayName(basename(path)),
    createdAt: manifest.createdAt,
    createdBy: manifest.createdBy,
    signer: {
      ...signer,
      fingerprint: Sha256.parse(signer.fingerprint),
      accepted: isAccepted(open, signer.fingerprint),
    },
    editions: manifest.editions.map((edition) => standingOf(open, edition)),
  };
  return ok({ look, opened: { packId, bytes: bytes.value, signer } });
}

function refused(reason: PackFault): Result<never, PackRefused> {
  // The words for a reason are chosen by a name without hyphens.
  return err({ code: "pack-refused", details: { reason: reason.replaceAll("-", "_") } });
}

/** Packs signed here are taken as well: the certificate is one this vault made or took in. */
function isAccepted(open: OpenSession, fingerprint: string): boolean {
  const own = open.tables.identities.findCurrent(open.person.id);
  return own?.fingerprint === fingerprint || open.tables.packSigners.find(fingerprint) !== undefined;
}

function standingOf(open: OpenSession, { details, entries, sha256, importedAt }: PackedEdition): PackedLine {
  const { lists } = open.tables;
  const loaded = lists.findCurrent(details.title);
  const isOlder = loaded !== undefined && listDay({ ...details, importedAt }) < listDay(loaded);
  const standing = lists.findByHash(sha256) !== undefined ? "known" : isOlder ? "older" : "new";
  return { details, entries, sha256, importedAt, standing };
}

async function tryEdition(
  parts: PackServiceParts,
  open: OpenSession,
  { opened, at }: { opened: OpenedPack; at: number },
): ReturnType<PackService["tryEdition"]> {
  const { reader, pending, random, session, tasks } = parts;
  if (!isAccepted(open, opened.signer.fingerprint)) return err({ code: "signer-not-accepted" });
  const importId = newId(ImportId, random);
  const task = tasks.begin({ taskId: opened.packId, label: "list-import", unit: "items" });
  try {
    const read = await reader.read(opened.bytes, at);
    if (!read.ok) return refused(read.error);
    const edition = read.value.pack.manifest.editions[at];
    if (edition === undefined) return err({ code: "unknown-import" });
    const staged = await stageInTurn(parts, open, {
      ...{ importId, signal: task.signal, fill: (take) => take(read.value.entries) },
      onProgress: (done) => task.progress(done, edition.entries),
    });
    if (!staged.ok) return staged;
    const packed = { details: edition.details, signer: opened.signer.fingerprint, importedAt: edition.importedAt };
    const tried = {
      ...{ staged: staged.value, sha256: edition.sha256, report: undefined },
      ...{ layout: edition.layout, mapping: undefined, packed },
    };
    pending.put(importId, { files: [], preview: undefined, tried });
    const trial = await toTrial(session, open, { tried, title: edition.details.title });
    return trial.ok ? ok({ importId, trial: trial.value }) : trial;
  } finally {
    task.end();
  }
}

/** Entries read and written as lines between two breaths. */
const linesAtOnce = 400;

async function write(
  { session, clock, dialogs }: PackServiceParts,
  { editionIds, passphrase }: Parameters<PackService["write"]>[0],
): ReturnType<PackService["write"]> {
  const entered = session.enter("import-lists");
  if (!entered.ok) return entered;
  const open = entered.value;
  const editions = [...new Set(editionIds)].map((id) => open.tables.lists.find(EditionId.parse(id)));
  const found = editions.filter((edition) => edition !== undefined);
  if (found.length !== editions.length || found.length === 0) return err({ code: "unknown-edition" });
  if (open.tables.identities.findCurrent(open.person.id) === undefined) return err({ code: "identity-missing" });
  const allowed = await open.vault.verifyPassphrase(passphrase);
  if (!allowed.ok) return allowed;
  const now = Instant.parse(clock.nowMs());
  const path = await dialogs.saveFile("list-pack", safeFileName(`kura-lists-${dayOf(now)}.kuralist`));
  if (path === undefined) return err({ code: "cancelled" });
  const packed: { readonly body: PackedBody; readonly facts: PackedEdition }[] = [];
  for (const edition of found) {
    const body = await bodyOf(session, open, edition);
    if (body === undefined) return err({ code: "vault-locked" });
    packed.push({ body, facts: { ...factsOf(edition), ...body.facts } });
  }
  const editionsInside = packed.map(({ facts }) => facts);
  const manifest = {
    format: "kura-list-pack/1" as const,
    ...{ createdAt: now, createdBy: open.person.displayName, editions: editionsInside },
  };
  const signed = await open.vault.guarded(passphrase, (seal) =>
    withSigner(open, seal, (signer) => ({
      fingerprint: signer.certificate.fingerprintSha256,
      bytes: [
        ...writePack(
          manifest,
          packed.map(({ body }) => body.bytes),
          signer,
        ),
      ],
    })),
  );
  if (!signed.ok) return signed;
  if (signed.value === undefined) return err({ code: "identity-missing" });
  const saved = await saveOutside(path, signed.value.bytes);
  if (!saved.ok) return saved;
  const { fingerprint } = signed.value;
  open.write(() => open.note("list-pack-written", null, { editions: found.length, fingerprint }));
  return ok({ fileName: displayName(basename(path)), fingerprint });
}

/** Opens the person's key for one signature and wipes it. */
function withSigner<T>(
  open: OpenSession,
  seal: Seal,
  work: (signer: Parameters<typeof writePack>[2]) => T,
): T | undefined {
  const identity = unsealIdentity(open, seal);
  if (identity === undefined) return undefined;
  try {
    const signer = openSigner(identity);
    return signer.ok ? work(signer.value) : undefined;
  } finally {
    identity.privateKeyPkcs8.fill(0);
  }
}

function factsOf(edition: Edition): Omit<PackedEdition, keyof PackedBody["facts"]> {
  const { title, authority, effectClass, edition: name, publishedDay, effectiveDay, licence } = edition;
  const { layout, sha256, entries, importedAt } = edition;
  return {
    details: { title, authority, effectClass, edition: name, publishedDay, effectiveDay, licence },
    ...{ layout, sha256, entries, importedAt },
  };
}

async function bodyOf(session: Session, open: OpenSession, edition: Edition): Promise<PackedBody | undefined> {
  const spans = open.tables.lists.spans(edition.id);
  const lines: Uint8Array[] = [];
  let after: number | null = 0;
  while (after !== null) {
    if (!stillOpen(session, open)) return undefined;
    const page: ReturnType<typeof open.tables.lists.entriesIn> = open.tables.lists.entriesIn(spans, after, linesAtOnce);
    lines.push(Buffer.from(page.entries.map(({ body }) => `${JSON.stringify(body)}\n`).join(""), "utf8"));
    after = page.next;
    await breathe();
  }
  return packBody(lines);
}
