import { randomBytes } from "node:crypto";
import { type GlyphOutliner, loadGlyphOutliner } from "../../electron/pdf/signing/glyph-outlines.ts";
import {
  type CreatedIdentity,
  createSigningIdentity,
  type SigningIdentity,
} from "../../electron/pdf/signing/identity.ts";
import { signPdf } from "../../electron/pdf/signing/sign-pdf.ts";
import { mustExist } from "../../shared/assert.ts";
import { fontFolder } from "./sample-pdf.ts";

/** The day on which the invented people sign. */
export const signingDayMs = Date.UTC(2026, 10, 22, 10, 0, 0);

export const people = { reviewer: "𠮷田 葛\u{E0100}馬", approver: "髙橋 﨑子", chair: "ﾔﾏﾀﾞ ﾀﾛｳ" } as const;

/** A fresh identity of an invented person, valid from 2026 to the end of 2030. */
export async function createPerson(commonName: string): Promise<CreatedIdentity> {
  const created = await createSigningIdentity({
    commonName,
    organization: "架空研究機構",
    notBeforeMs: Date.UTC(2026, 0, 1),
    notAfterMs: Date.UTC(2030, 11, 31),
    rootSerial: randomBytes(16),
    leafSerial: randomBytes(16),
  });
  if (!created.ok) throw new Error(created.error);
  return created.value;
}

let outliner: Promise<GlyphOutliner> | undefined;

/** Outlines from the real fonts, loaded once. */
export function testOutliner(): Promise<GlyphOutliner> {
  outliner ??= loadGlyphOutliner(fontFolder, Object.values(people)).then((loaded) => {
    return mustExist(loaded.ok ? loaded.value : undefined, "the fonts are installed");
  });
  return outliner;
}

/** Signs one field the way the app does, an hour after the signature before. */
export async function signField(
  bytes: Uint8Array,
  fieldName: string,
  identity: SigningIdentity,
  claimedTimeMs = signingDayMs,
): Promise<Uint8Array> {
  const appearanceText = `${people.reviewer}\n内容を確認した`;
  const signed = await signPdf({
    bytes,
    fieldName,
    identity,
    claimedTimeMs,
    appearanceText,
    outliner: await testOutliner(),
  });
  if (!signed.ok) throw new Error(JSON.stringify(signed.error));
  return signed.value;
}
