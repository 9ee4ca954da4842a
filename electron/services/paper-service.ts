import { createHash } from "node:crypto";
import type { z } from "zod";
import type { PaperFact, PaperSection, Report } from "../../shared/contract/calls/decision.ts";
import type { ExportPurpose } from "../../shared/domain/audit.ts";
import type { Content } from "../../shared/domain/content/content.ts";
import type { PaperDraft } from "../../shared/domain/decision.ts";
import { isOpenForWork } from "../../shared/domain/dossier.ts";
import { type DossierId, ReportId, Sha256 } from "../../shared/domain/ids.ts";
import type { Right } from "../../shared/domain/people.ts";
import { Instant } from "../../shared/domain/time.ts";
import { err, type Nothing, ok, type Result } from "../../shared/result.ts";
import type { Locale } from "../../shared/strings/text.ts";
import { limitsOf } from "../pdf/paper/limits.ts";
import type { PaperFault } from "../pdf/paper/paper-fault.ts";
import { renderPaper } from "../pdf/paper/render-paper.ts";
import type { Clock, Dialogs, Paths, Random } from "../ports.ts";
import { safeFileName } from "../security/display-name.ts";
import type { VaultFault } from "../vault/fault.ts";
import type { Seal } from "../vault/vault.ts";
import { readCaseFile } from "./case-file.ts";
import { type EntryRefusal, enterCase, hasDeclared } from "./enter-case.ts";
import { unsealIdentity } from "./identity-service.ts";
import { newId } from "./new-id.ts";
import { type Countersigning, type CountersignRefusal, countersign } from "./paper/countersign.ts";
import { withDrawableNames } from "./paper/drawable-names.ts";
import { factParts, factRows } from "./paper/fact-rows.ts";
import { namesBeside } from "./paper/paper-annexes.ts";
import { type PaperFrame, toPaperData } from "./paper/paper-data.ts";
import { type PaperSource, paperSource } from "./paper/paper-source.ts";
import { sectionWords } from "./paper/paper-words.ts";
import { signPaper } from "./paper/sign-paper.ts";
import type { Unscored } from "./rated-case.ts";
import { saveOutside } from "./save-outside.ts";
import { mayDo, type OpenSession, refuse, type Session } from "./session.ts";
import { readSettings } from "./settings-service.ts";

type Refused<C extends string> = { readonly code: C; readonly details?: VaultFault["details"] };
type SourceRefusal = EntryRefusal | Unscored;
type PaperRefusal = Refused<"glyph-missing" | "paper-over-limit" | "paper-incomplete" | "text-invalid">;
type SignRefusal =
  | SourceRefusal
  | PaperRefusal
  | VaultFault
  | Refused<
      | "unknown-decision"
      | "declaration-missing"
      | "identity-missing"
      | "identity-expired"
      | "signature-self-check-failed"
    >;

interface SectionsView {
  readonly sections: z.input<typeof PaperSection>[];
  readonly facts: PaperFact[];
  readonly draft: PaperDraft;
  readonly revision: number;
}

/** The committee paper: its texts, its preview, its signature. */
export interface PaperService {
  sections(input: { dossierId: DossierId; locale: Locale }): Result<SectionsView, SourceRefusal>;
  setSections(input: {
    dossierId: DossierId;
    draft: PaperDraft;
    baseRevision: number;
  }): Result<{ revision: number }, EntryRefusal | Refused<"stale-revision">>;
  preview(input: {
    dossierId: DossierId;
    locale: Locale;
  }): Promise<Result<{ pdf: string; pageCount: number }, SourceRefusal | PaperRefusal>>;
  sign(input: { dossierId: DossierId; locale: Locale; passphrase: string }): Promise<Result<Report, SignRefusal>>;
  countersign(input: Countersigning): Promise<Result<Report, CountersignRefusal>>;
  reports(input: { dossierId: DossierId }): Result<{ reports: Report[] }, EntryRefusal>;
  saveCopy(input: {
    dossierId: DossierId;
    reportId: ReportId;
    purpose: ExportPurpose;
    passphrase: string;
  }): Promise<Result<Nothing, EntryRefusal | VaultFault | Refused<"unknown-report">>>;
}

export interface PaperServiceParts {
  readonly session: Session;
  readonly clock: Clock;
  readonly random: Random;
  readonly dialogs: Dialogs;
  readonly paths: Paths;
  readonly content: Content;
  readonly onChange: (dossierId: DossierId) => void;
}

export function createPaperService(parts: PaperServiceParts): PaperService {
  const { session } = parts;
  return {
    sections: ({ dossierId, locale }) => {
      const source = sourceOf(parts, { right: "read-cases", dossierId, locale });
      if (!source.ok) return source;
      const { draft, revision } = source.value.open.tables.decisions.draft(dossierId);
      return ok({
        sections: sectionWords(source.value.source),
        facts: factsOf(source.value.source),
        draft,
        revision,
      });
    },
    setSections: (input) => setSections(parts, input),
    preview: async ({ dossierId, locale }) => {
      const found = sourceOf(parts, { right: "read-cases", dossierId, locale });
      if (!found.ok) return found;
      const { open, source } = found.value;
      const drawn = await drawPaper(parts, withFiller(source), frameOf(parts, open, source));
      if (!drawn.ok) return err(refusalOf(drawn.error));
      return ok({ pdf: Buffer.from(drawn.value.bytes).toString("base64"), pageCount: drawn.value.pageCount });
    },
    sign: (input) => sign(parts, input),
    countersign: (input) => countersign(parts, input),
    reports: ({ dossierId }) => {
      const entered = enterCase(session, "read-cases", dossierId);
      return entered.ok ? ok({ reports: entered.value.open.tables.reports.list(dossierId) }) : entered;
    },
    saveCopy: (input) => saveCopy(parts, input),
  };
}

/** The pages, with names from lists in letters that can be drawn. */
async function drawPaper({ paths }: PaperServiceParts, source: PaperSource, frame: PaperFrame) {
  const { file, text } = source;
  const parts = { beside: namesBeside(source), subjects: file.subjects, text, fontsFolder: paths.fonts };
  return renderPaper(await withDrawableNames(toPaperData(source, frame), parts), paths.fonts);
}

function factsOf(source: PaperSource): PaperFact[] {
  return factRows(source).map((row) => ({
    factor: row.factor,
    name: row.name,
    parts: factParts.map((id) => ({ id, ...row[id], limit: limitsOf.facts[id][source.locale] })),
  }));
}

/** A paper whose required texts are still missing can be looked at, with the gaps marked; it cannot be signed. */
function withFiller(source: PaperSource): PaperSource {
  const gaps = sectionWords(source).filter((section) => section.missing);
  const filler = Object.fromEntries(gaps.map((section) => [section.id, source.text("draft.toBeWritten")]));
  return { ...source, draft: { ...source.draft, ...filler } };
}

function sourceOf(
  { session, content, clock }: PaperServiceParts,
  { right, dossierId, locale }: { right: Right; dossierId: DossierId; locale: Locale },
): Result<{ open: OpenSession; source: PaperSource }, SourceRefusal> {
  const entered = enterCase(session, right, dossierId);
  if (!entered.ok) return entered;
  const { open } = entered.value;
  const file = readCaseFile(open, dossierId);
  if (!file.ok) return file;
  const isDecided = !isOpenForWork(file.value.record.state);
  const source = paperSource(open, file.value, { content, locale, isDecided, nowMs: clock.nowMs() });
  return source.ok ? ok({ open, source: source.value }) : source;
}

function frameOf({ clock }: PaperServiceParts, open: OpenSession, source: PaperSource): PaperFrame {
  const dossierId = source.file.record.id;
  const decided = open.tables.decisions.list(dossierId).length;
  return {
    createdMs: clock.nowMs(),
    office: readSettings(open).officeName,
    author: open.person.displayName,
    version: source.decision?.version ?? decided + 1,
    history: open.tables.audit.list({ dossierId, before: null, limit: 2_000 }),
  };
}

/** What the renderer refused, in the codes of the contract; the place goes along so that the page can point at it. */
function refusalOf(fault: PaperFault): PaperRefusal {
  switch (fault.code) {
    case "glyph-missing": {
      const [first] = fault.missing;
      const codePoint = first === undefined ? "" : `U+${first.codePoint.toString(16).toUpperCase()}`;
      return { code: "glyph-missing", details: { codePoint, at: first?.at ?? "" } };
    }
    case "paper-incomplete":
    case "paper-over-limit":
    case "text-invalid":
      return { code: fault.code, details: { at: fault.at[0] ?? "" } };
    default:
      // Data that this very version has just put together, or fonts that ship with it: nothing a person can mend.
      throw new Error(`Paper not drawn: ${fault.code}`);
  }
}

function setSections(
  { session, clock, onChange }: PaperServiceParts,
  { dossierId, draft, baseRevision }: { dossierId: DossierId; draft: PaperDraft; baseRevision: number },
): Result<{ revision: number }, EntryRefusal | Refused<"stale-revision">> {
  const entered = enterCase(session, "edit-papers", dossierId);
  if (!entered.ok) return entered;
  const { open } = entered.value;
  const outcome = open.write((): Result<{ revision: number }, Refused<"stale-revision">> => {
    if (open.tables.decisions.draft(dossierId).revision !== baseRevision) return err({ code: "stale-revision" });
    const revision = open.tables.decisions.putDraft(dossierId, draft, clock.nowMs());
    open.note("paper-changed", dossierId, { revision });
    return ok({ revision });
  });
  if (outcome.ok) onChange(dossierId);
  return outcome;
}

async function sign(
  parts: PaperServiceParts,
  { dossierId, locale, passphrase }: { dossierId: DossierId; locale: Locale; passphrase: string },
): Promise<Result<Report, SignRefusal>> {
  const found = sourceOf(parts, { right: "sign-papers", dossierId, locale });
  if (!found.ok) return found;
  const { open, source } = found.value;
  // The first signature is that of somebody who reviews; an approver's comes after it, in its own field.
  if (!mayDo(open, "work-on-cases")) return refuse(open, "work-on-cases");
  if (!hasDeclared(open, dossierId)) return err({ code: "declaration-missing" });
  if (source.decision === undefined) return err({ code: "unknown-decision" });
  const signed = await open.vault.guarded(passphrase, (seal) => signUnder(parts, { open, source, locale, seal }));
  return signed.ok ? signed.value : signed;
}

/** Draws the paper and signs it with the key that `seal`, the person's guarded one, opens. */
async function signUnder(
  parts: PaperServiceParts,
  { open, source, locale, seal }: { open: OpenSession; source: PaperSource; locale: Locale; seal: Seal },
): Promise<Result<Report, SignRefusal>> {
  const frame = frameOf(parts, open, source);
  const drawn = await drawPaper(parts, source, frame);
  if (!drawn.ok) return err(refusalOf(drawn.error));
  const identity = unsealIdentity(open, seal);
  if (identity === undefined) return err({ code: "identity-missing" });
  try {
    const signed = await signPaper({
      bytes: drawn.value.bytes,
      field: "sig.reviewer",
      identity,
      nowMs: frame.createdMs,
      signer: open.person.displayName,
      locale,
      fontsFolder: parts.paths.fonts,
    });
    if (!signed.ok) return signed;
    const { pageCount, dataSha256 } = drawn.value;
    return ok(keep(parts, open, { source, bytes: signed.value, pageCount, dataSha256, createdMs: frame.createdMs }));
  } finally {
    identity.privateKeyPkcs8.fill(0);
  }
}

interface Signed {
  readonly source: PaperSource;
  readonly bytes: Uint8Array;
  readonly pageCount: number;
  readonly dataSha256: string;
  readonly createdMs: number;
}

function keep({ random, onChange }: PaperServiceParts, open: OpenSession, signed: Signed): Report {
  const { source, bytes } = signed;
  const dossierId = source.file.record.id;
  const record = open.tables.identities.findCurrent(open.person.id);
  const report: Report = {
    id: newId(ReportId, random),
    decisionId: source.decision?.id ?? null,
    version: source.decision?.version ?? 1,
    locale: source.locale,
    redaction: "R1",
    pageCount: signed.pageCount,
    sizeBytes: bytes.length,
    dataSha256: Sha256.parse(signed.dataSha256),
    fileSha256: Sha256.parse(createHash("sha256").update(bytes).digest("hex")),
    fingerprint: Sha256.parse(record?.fingerprint),
    createdAt: Instant.parse(signed.createdMs),
    createdBy: open.person.displayName,
    countersigns: null,
  };
  open.write(() => {
    open.tables.reports.add(dossierId, report, bytes);
    open.note("report-signed", dossierId, {
      version: report.version,
      file: report.fileSha256,
      fingerprint: report.fingerprint,
    });
  });
  // The end that the paper prints is signed as well, by whoever signed the paper.
  open.checkpoint();
  onChange(dossierId);
  return report;
}

async function saveCopy(
  { session, dialogs }: PaperServiceParts,
  { dossierId, reportId, purpose, passphrase }: Parameters<PaperService["saveCopy"]>[0],
): Promise<Result<Nothing, EntryRefusal | VaultFault | Refused<"unknown-report">>> {
  const entered = enterCase(session, "export-papers", dossierId);
  if (!entered.ok) return entered;
  const { open, record } = entered.value;
  const report = open.tables.reports.find(dossierId, reportId);
  const bytes = open.tables.reports.bytesOf(reportId);
  if (report === undefined || bytes === undefined) return err({ code: "unknown-report" });
  const allowed = await open.vault.verifyPassphrase(passphrase);
  if (!allowed.ok) return allowed;
  const name = `${record.number}-v${report.version}-${report.locale}.pdf`;
  const path = await dialogs.saveFile("report-copy", safeFileName(name));
  if (path === undefined) return err({ code: "cancelled" });
  const saved = await saveOutside(path, [bytes]);
  if (!saved.ok) return saved;
  const { version, fileSha256 } = report;
  open.write(() => open.note("report-exported", dossierId, { version, file: fileSha256, purpose }));
  return ok({});
}
