import PostalMime, { type Address, type Attachment } from "postal-mime";
import type { MailHead } from "../../../shared/domain/reading.ts";
import { type FindPicture, type SafePage, safePage } from "./markup.ts";
import { ReadingFault } from "./reading-fault.ts";
import type { ReadingLimits } from "./reading-limits.ts";
import { cleanText, cutText } from "./text-parts.ts";

/** A mail or a page saved as one file, made safe. */
export interface ReadMail extends SafePage {
  readonly mail: MailHead;
}

/** Deepest nesting of parts within parts. */
const nestingLimit = 32;

/** Reads a mail or an MHTML page: its body, pictures it carries, and the names of what is attached. Throws `ReadingFault`. */
export async function readMail(bytes: Uint8Array, limits: ReadingLimits): Promise<ReadMail> {
  const email = await PostalMime.parse(withNamedParts(bytes), {
    maxNestingDepth: nestingLimit,
    maxRfc822NestingDepth: 3,
  }).catch(() => {
    // The parser rejects for nothing but its own limits.
    throw new ReadingFault("limit");
  });
  const html = email.html ?? `<pre>${escaped(email.text ?? "")}</pre>`;
  const page = safePage(html, limits, picturesOf(email.attachments));
  const files = email.attachments.filter((one) => one.description === undefined && one.related !== true);
  return {
    ...page,
    mail: {
      subject: headLine(email.subject),
      from: headLine(addressText(email.from)),
      to: headLine((email.to ?? []).map(addressText).join(", ")),
      date: headLine(email.date),
      attachments: files.slice(0, 200).map((one) => ({
        name: headLine(one.filename ?? ""),
        mediaType: headLine(one.mimeType),
        sizeBytes: bytesOf(one).length,
      })),
    },
  };
}

/**
 * Parts of a saved page are called by their address, a header that the parser does not hand out; it does hand out a part's
 * description, so the one takes the other's place.
 */
function withNamedParts(bytes: Uint8Array): Uint8Array {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1");
  return Buffer.from(raw.replace(/^Content-Location:/gimu, "Content-Description:"), "latin1");
}

function picturesOf(attachments: readonly Attachment[]): FindPicture {
  const named = new Map<string, Attachment>();
  for (const one of attachments) {
    if (one.contentId !== undefined) named.set(`cid:${one.contentId.replace(/^<|>$/gu, "")}`, one);
    if (one.description !== undefined) named.set(one.description.replace(/\s+/gu, ""), one);
  }
  return (address) => {
    const found = named.get(address.trim()) ?? named.get(decoded(address.trim()));
    return found === undefined ? undefined : { mediaType: found.mimeType, bytes: bytesOf(found) };
  };
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

function bytesOf({ content }: Attachment): Uint8Array {
  return typeof content === "string" ? Buffer.from(content) : new Uint8Array(content);
}

function addressText(address: Address | undefined): string {
  if (address === undefined) return "";
  if (address.group !== undefined) return `${address.name}: ${address.group.map(addressText).join(", ")}`;
  return address.name === "" ? address.address : `${address.name} <${address.address}>`;
}

function headLine(value = ""): string {
  return cutText(cleanText(value).replace(/\s+/gu, " "), 1_000).text;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
