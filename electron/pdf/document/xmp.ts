import { createHash } from "node:crypto";
import type { DocumentInfo } from "./pdfkit-surface.ts";

/** The metadata packet: the same statements as the information dictionary, and the PDF/A and PDF/UA claims. */
export function xmpPacket(info: DocumentInfo, lang: string): string {
  const when = `${info.CreationDate.toISOString().slice(0, 19)}Z`;
  const changed = `${info.ModDate.toISOString().slice(0, 19)}Z`;
  const descriptions = [
    describe('xmlns:dc="http://purl.org/dc/elements/1.1/"', [
      `<dc:format>application/pdf</dc:format>`,
      `<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${xmlText(info.Title)}</rdf:li></rdf:Alt></dc:title>`,
      `<dc:creator><rdf:Seq><rdf:li>${xmlText(info.Author)}</rdf:li></rdf:Seq></dc:creator>`,
      `<dc:description><rdf:Alt><rdf:li xml:lang="x-default">${xmlText(info.Subject)}</rdf:li></rdf:Alt></dc:description>`,
      `<dc:language><rdf:Bag><rdf:li>${xmlText(lang)}</rdf:li></rdf:Bag></dc:language>`,
    ]),
    describe('xmlns:xmp="http://ns.adobe.com/xap/1.0/"', [
      `<xmp:CreateDate>${when}</xmp:CreateDate>`,
      `<xmp:ModifyDate>${changed}</xmp:ModifyDate>`,
      `<xmp:MetadataDate>${changed}</xmp:MetadataDate>`,
      `<xmp:CreatorTool>${xmlText(info.Creator)}</xmp:CreatorTool>`,
    ]),
    describe('xmlns:pdf="http://ns.adobe.com/pdf/1.3/"', [`<pdf:Producer>${xmlText(info.Producer)}</pdf:Producer>`]),
    describe('xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"', [
      `<xmpMM:DocumentID>${documentId(info)}</xmpMM:DocumentID>`,
    ]),
    describe('xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"', [
      "<pdfaid:part>3</pdfaid:part>",
      "<pdfaid:conformance>A</pdfaid:conformance>",
    ]),
    describe('xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"', ["<pdfuaid:part>1</pdfuaid:part>"]),
    uaExtensionSchema,
  ];
  return [
    `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>`,
    `<x:xmpmeta xmlns:x="adobe:ns:meta/">`,
    `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">`,
    ...descriptions,
    "</rdf:RDF>",
    "</x:xmpmeta>",
    `<?xpacket end="w"?>`,
  ].join("\n");
}

/** Escapes text for XML; a title is data and must not become markup. */
export function xmlText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function describe(namespace: string, properties: readonly string[]): string {
  return [`<rdf:Description rdf:about="" ${namespace}>`, ...properties, "</rdf:Description>"].join("\n");
}

/** An identifier that hangs on the content of the information dictionary, not on chance. */
function documentId(info: DocumentInfo): string {
  const hash = createHash("sha256").update(JSON.stringify(info)).digest("hex");
  return `uuid:${hash.slice(0, 8)}-${hash.slice(8, 12)}-${hash.slice(12, 16)}-${hash.slice(16, 20)}-${hash.slice(20, 32)}`;
}

/** PDF/A accepts the PDF/UA property only when the packet itself describes its schema. */
const uaExtensionSchema = [
  '<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">',
  '<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">',
  "<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>",
  "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>",
  "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>",
  '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">',
  "<pdfaProperty:name>part</pdfaProperty:name>",
  "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>",
  "<pdfaProperty:category>internal</pdfaProperty:category>",
  "<pdfaProperty:description>PDF/UA part</pdfaProperty:description>",
  "</rdf:li></rdf:Seq></pdfaSchema:property>",
  "</rdf:li></rdf:Bag></pdfaExtension:schemas>",
  "</rdf:Description>",
].join("\n");
