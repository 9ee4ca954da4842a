import { basename } from "node:path";
import type { Content } from "../../shared/domain/content/content.ts";
import { itemsOf, type TemplateFile } from "../../shared/domain/content/template.ts";
import { ImportId, type Sha256 } from "../../shared/domain/ids.ts";
import type { ImportedTemplate, OfficeTemplate } from "../../shared/domain/office-template.ts";
import { err, type Nothing, ok, type Result } from "../../shared/result.ts";
import type { ExchangeReader } from "../exchange/exchange-reader.ts";
import {
  type ReadTemplate,
  type TemplateStop,
  templateFileLimit,
  writeTemplateFile,
} from "../exchange/template-text.ts";
import type { Clock, Dialogs, Random } from "../ports.ts";
import { displayName, safeFileName } from "../security/display-name.ts";
import type { VaultFault } from "../vault/fault.ts";
import type { TemplateRecord } from "../vault/tables/template-table.ts";
import { newId } from "./new-id.ts";
import { readBounded } from "./read-bounded.ts";
import { saveOutside } from "./save-outside.ts";
import type { Locked, NotPermitted, OpenSession, Session } from "./session.ts";
import { draftIn, fileOf, findVersionText, toOffice } from "./template-library.ts";
import { newTemplateId } from "./template-service.ts";

type Refused<C extends string> = { readonly code: C; readonly details?: Readonly<Record<string, string>> };

/** Carries templates out of the vault and in, as files. */
export interface TemplateExchange {
  export(input: {
    hash: Sha256;
  }): Promise<Result<Nothing, Locked | NotPermitted | VaultFault | Refused<"unknown-template" | "cancelled">>>;
  beginImport(): Promise<
    Result<
      ImportedTemplate,
      Locked | NotPermitted | Refused<"cancelled" | "file-unreadable" | "template-refused" | "wrong-kind">
    >
  >;
  finishImport(input: {
    importId: ImportId;
    into: "own" | "copy";
  }): Result<
    { template: OfficeTemplate },
    Locked | NotPermitted | Refused<"unknown-import" | "template-draft-open" | "template-unchanged">
  >;
  dropImport(input: { importId: ImportId }): void;
  /** Forgets every file that was read; called when the vault locks. */
  forget(): void;
}

export interface TemplateExchangeParts {
  readonly session: Session;
  readonly clock: Clock;
  readonly random: Random;
  readonly dialogs: Dialogs;
  readonly content: Content;
  readonly reader: ExchangeReader;
}

/** Files read and not yet taken in, kept at once; the oldest goes first. */
const pendingLimit = 3;

export function createTemplateExchange(parts: TemplateExchangeParts): TemplateExchange {
  const pending = new Map<ImportId, ReadTemplate>();
  return {
    export: (input) => exportVersion(parts, input),
    beginImport: async () => {
      const begun = await readFile(parts);
      if (!begun.ok) return begun;
      const importId = newId(ImportId, parts.random);
      pending.set(importId, begun.value.read);
      for (const old of [...pending.keys()].slice(0, -pendingLimit)) pending.delete(old);
      return ok({ ...begun.value.seen, importId });
    },
    finishImport: ({ importId, into }) => {
      const read = pending.get(importId);
      const taken = takeIn(parts, read, into);
      if (taken.ok) pending.delete(importId);
      return taken;
    },
    dropImport: ({ importId }) => {
      pending.delete(importId);
    },
    forget: () => pending.clear(),
  };
}

async function exportVersion(
  { session, dialogs, content }: TemplateExchangeParts,
  { hash }: { hash: Sha256 },
): ReturnType<TemplateExchange["export"]> {
  const entered = session.enter("manage-templates");
  if (!entered.ok) return entered;
  const open = entered.value;
  const template = findVersionText(open, content, hash);
  if (template === undefined) return err({ code: "unknown-template" });
  const name = `${template.id}-${template.contentVersion}-${hash.slice(0, 8)}.json`;
  const path = await dialogs.saveFile("template-copy", safeFileName(name));
  if (path === undefined) return err({ code: "cancelled" });
  if (session.current()?.vault !== open.vault) return err({ code: "vault-locked" });
  const saved = await saveOutside(path, [writeTemplateFile(fileOf(template), hash)]);
  if (!saved.ok) return saved;
  open.write(() => open.note("template-exported", null, { template: template.id, hash }));
  return ok({});
}

interface Begun {
  readonly read: ReadTemplate;
  readonly seen: Omit<ImportedTemplate, "importId">;
}

type BeginRefusal =
  | Locked
  | NotPermitted
  | Refused<"cancelled" | "file-unreadable" | "template-refused" | "wrong-kind">;

async function readFile({
  session,
  dialogs,
  content,
  reader,
}: TemplateExchangeParts): Promise<Result<Begun, BeginRefusal>> {
  const entered = session.enter("manage-templates");
  if (!entered.ok) return entered;
  const open = entered.value;
  const path = await dialogs.openFile("template");
  if (path === undefined) return err({ code: "cancelled" });
  const bytes = await readBounded(path, templateFileLimit);
  if (!bytes.ok)
    return bytes.error === "file-too-large"
      ? refusal({ reason: "too-large", place: "" })
      : err({ code: "file-unreadable" });
  const read = await reader.template(bytes.value);
  if (!read.ok) return refusal(read.error);
  if (session.current()?.vault !== open.vault) return err({ code: "vault-locked" });
  const known = standing(open, content, read.value.file);
  if (known.kind !== undefined && known.kind !== read.value.file.kind) return err({ code: "wrong-kind" });
  const { file, hash, hashNamed } = read.value;
  return ok({
    read: read.value,
    seen: {
      fileName: displayName(basename(path)),
      templateId: file.id,
      kind: file.kind,
      title: file.title,
      label: file.contentVersion,
      items: itemsOf(file).length,
      hash,
      hashNamed,
      known: known.is,
      compareWith: known.latest,
      file,
    },
  });
}

function refusal({ reason, place }: TemplateStop): Result<never, Refused<"template-refused">> {
  const details = { reason: reason.replaceAll("-", "_"), place: place === "" ? "none" : place };
  return err({ code: "template-refused", details });
}

interface Standing {
  readonly is: ImportedTemplate["known"];
  readonly kind: TemplateFile["kind"] | undefined;
  readonly latest: Sha256 | null;
}

/** What the vault or the app has under the id of a file. */
function standing(open: OpenSession, content: Content, file: TemplateFile): Standing {
  const builtIn = content.templates.find((template) => template.id === file.id);
  if (builtIn !== undefined) return { is: "built-in", kind: builtIn.kind, latest: builtIn.hash };
  const record = open.tables.templates.find(file.id);
  if (record === undefined) return { is: "nothing", kind: undefined, latest: null };
  const [latest] = open.tables.templates.versions(file.id);
  return { is: "office", kind: record.kind, latest: latest?.hash ?? null };
}

function takeIn(
  parts: TemplateExchangeParts,
  read: ReadTemplate | undefined,
  into: "own" | "copy",
): ReturnType<TemplateExchange["finishImport"]> {
  const { session, clock, content } = parts;
  const entered = session.enter("manage-templates");
  if (!entered.ok) return entered;
  const open = entered.value;
  if (read === undefined) return err({ code: "unknown-import" });
  const { file, hash } = read;
  const known = standing(open, content, file);
  if (known.is === "built-in" && known.latest === hash) return err({ code: "template-unchanged" });
  const record = open.tables.templates.find(file.id);
  // A built-in id belongs to the app: another text under it becomes a template of the office's own.
  const isBeside = into === "copy" || known.is === "built-in";
  if (!isBeside && record !== undefined) {
    if (open.tables.templates.versions(file.id).some((version) => version.hash === hash))
      return err({ code: "template-unchanged" });
    if (draftIn(record) !== undefined) return err({ code: "template-draft-open" });
  }
  const templateId = isBeside ? newTemplateId(parts) : file.id;
  return open.write(() => {
    const fresh: TemplateRecord = {
      templateId,
      kind: file.kind,
      rootHash: null,
      draft: { ...file, id: templateId },
      draftRevision: 1,
      draftBase: null,
      retiredAtMs: null,
      updatedAtMs: clock.nowMs(),
      updatedBy: open.person.displayName,
    };
    const next: TemplateRecord =
      isBeside || record === undefined
        ? fresh
        : {
            ...fresh,
            rootHash: record.rootHash,
            draftRevision: record.draftRevision + 1,
            draftBase: known.latest,
            retiredAtMs: record.retiredAtMs,
          };
    open.tables.templates.put(next);
    open.note("template-imported", null, { template: templateId, from: file.id, hash });
    return ok({ template: toOffice(open, content, next) });
  });
}
