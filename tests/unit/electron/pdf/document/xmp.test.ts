import assert from "node:assert/strict";
import { test } from "node:test";
import type { DocumentInfo } from "../../../../../electron/pdf/document/pdfkit-surface.ts";
import { xmlText, xmpPacket } from "../../../../../electron/pdf/document/xmp.ts";

const date = new Date(Date.UTC(2026, 10, 22, 6, 4, 0));
const info: DocumentInfo = {
  Title: `</rdf:li><pdfaid:part>1</pdfaid:part> & "題"`,
  Author: "A & B 室",
  Subject: "<x/>",
  Creator: "Kura",
  Producer: "pdfkit",
  CreationDate: date,
  ModDate: date,
};

test("markup in a title stays text", () => {
  const packet = xmpPacket(info, "ja-JP");
  assert.equal(packet.split("<pdfaid:part>").length - 1, 1);
  assert.ok(packet.includes("&lt;/rdf:li&gt;&lt;pdfaid:part&gt;1"));
  assert.ok(packet.includes("A &amp; B 室"));
});

test("the packet states one instant in UTC whatever the zone of the machine", () => {
  assert.ok(xmpPacket(info, "ja-JP").includes("<xmp:CreateDate>2026-11-22T06:04:00Z</xmp:CreateDate>"));
});

test("escaping leaves other characters alone", () => {
  assert.equal(xmlText("髙﨑𠮷 葛󠄀 <&>"), "髙﨑𠮷 葛󠄀 &lt;&amp;&gt;");
});
