import assert from "node:assert/strict";
import { test } from "node:test";
import { deriveHpkePair, sealTo } from "../../../../../electron/vault/crypto/hpke.ts";
import { deriveKeyPair, openFirst, schedule, sealFirst } from "./rfc9180.ts";

const seed = Buffer.from("5a".repeat(32), "hex");
const context = { info: Buffer.from("kura case key"), associatedData: Buffer.from("案件 c1") };
const body = Buffer.from("髙﨑 𠮷野の鍵");

/** RFC 9180, appendix A.3.1: base mode with AES-128-GCM, and its first message. */
const vector = {
  info: "4f6465206f6e2061204772656369616e2055726e",
  ikmE: "4270e54ffd08d79d5928020af4686d8f6b7d35dbe470265f1f5aa22816ce860e",
  pkEm: "04a92719c6195d5085104f469a8b9814d5838ff72b60501e2c4466e5e67b325ac98536d7b61a1af4b78e5b7f951c0900be863c403ce65c9bfcb9382657222d18c4",
  skEm: "4995788ef4b9d6132b249ce59a77281493eb39af373d236a1fe415cb0c2d7beb",
  ikmR: "668b37171f1072f3cf12ea8a236a45df23fc13b82af3609ad1e354f6ef817550",
  pkRm: "04fe8c19ce0905191ebc298a9245792531f26f0cece2460639e8bc39cb7f706a826a779b4cf969b8a0e539c7f62fb3d30ad6aa8f80e30f1d128aafd68a2ce72ea0",
  skRm: "f3ce7fdae57e1a310d87f1ebbde6f328be0a99cdbcadf4d6589cf29de4b8ffd2",
  sharedSecret: "c0d26aeab536609a572b07695d933b589dcf363ff9d93c93adea537aeabb8cb8",
  key: "868c066ef58aae6dc589b6cfdd18f97e",
  nonce: "4e0bc5018beba4bf004cca59",
  aad: "436f756e742d30",
  pt: "4265617574792069732074727574682c20747275746820626561757479",
  ct: "5ad590bb8baa577f8619db35a36311226a896e7342a6d836d8b7bcd2f20b6c7f9076ac232e3ab2523f39513434",
};
const bytesOf = (name: keyof typeof vector): Buffer => Buffer.from(vector[name], "hex");

test("the second opinion gives every value of RFC 9180's appendix A.3.1", () => {
  const ephemeral = deriveKeyPair(bytesOf("ikmE"));
  const recipient = deriveKeyPair(bytesOf("ikmR"));
  const known = schedule(
    "aes-128-gcm",
    {
      secretKey: ephemeral.secretKey,
      theirs: recipient.publicKey,
      encapsulation: ephemeral.publicKey,
      recipient: recipient.publicKey,
    },
    bytesOf("info"),
  );
  const ct = sealFirst("aes-128-gcm", known, bytesOf("aad"), bytesOf("pt"));
  const found = {
    skEm: ephemeral.secretKey,
    pkEm: ephemeral.publicKey,
    skRm: recipient.secretKey,
    pkRm: recipient.publicKey,
    ...known,
    ct,
  };
  for (const [name, value] of Object.entries(found))
    assert.equal(value.toString("hex"), vector[name as keyof typeof vector], name);
});

test("a seed gives the key pair that RFC 9180's DeriveKeyPair gives", async () => {
  const pair = await deriveHpkePair(seed);
  assert.equal(Buffer.from(pair.publicKey).toString("hex"), deriveKeyPair(seed).publicKey.toString("hex"));
  const known = await deriveHpkePair(bytesOf("ikmR"));
  assert.equal(Buffer.from(known.publicKey).toString("hex"), vector.pkRm);
});

test("what the app seals is opened with Node's own primitives alone", async () => {
  const { secretKey, publicKey } = deriveKeyPair(seed);
  const { encapsulation, sealed } = await sealTo(publicKey, context, body);
  const keys = { secretKey, theirs: encapsulation, encapsulation, recipient: publicKey };
  const known = schedule("aes-256-gcm", keys, context.info);
  assert.equal(openFirst("aes-256-gcm", known, context.associatedData, sealed).toString(), body.toString());
  // Another suite, another use or another place is another key or another code.
  const others = schedule("aes-256-gcm", keys, Buffer.from("kura something else"));
  assert.throws(() => openFirst("aes-256-gcm", others, context.associatedData, sealed));
  assert.throws(() => openFirst("aes-256-gcm", known, Buffer.from("案件 c2"), sealed));
});

test("what is sealed with Node's own primitives is opened by the app", async () => {
  const pair = await deriveHpkePair(seed);
  const ephemeral = deriveKeyPair(Buffer.from("a5".repeat(32), "hex"));
  const encapsulation = ephemeral.publicKey;
  const keys = {
    secretKey: ephemeral.secretKey,
    theirs: pair.publicKey,
    encapsulation,
    recipient: pair.publicKey,
  };
  const sealed = sealFirst("aes-256-gcm", schedule("aes-256-gcm", keys, context.info), context.associatedData, body);
  const opened = await pair.open(context, { encapsulation, sealed });
  assert.equal(Buffer.from(opened ?? []).toString(), body.toString());
});
