import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, describe, it } from "node:test";
import { importPkcs12, pkcs12LimitBytes } from "../../../../../electron/pdf/signing/pkcs12.ts";
import { derivePkcs12Bytes } from "../../../../../electron/pdf/signing/pkcs12-kdf.ts";
import { openSigner } from "../../../../../electron/pdf/signing/signer.ts";

let folder = "";
const at = (name: string): string => path.join(folder, name);
const openssl = (...args: string[]): void => {
  execFileSync("openssl", args, { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
};

const leafExtensions = [
  "basicConstraints=critical,CA:FALSE",
  "keyUsage=critical,digitalSignature,nonRepudiation",
  "extendedKeyUsage=emailProtection",
];

/** Makes `<name>.key` and `<name>.crt`, signed by `<issuer>` or by itself. */
function issue(name: string, keyArguments: string[], issuer: string | undefined, extensions: string[]): void {
  openssl("genpkey", ...keyArguments, "-out", at(`${name}.key`));
  openssl(
    "req",
    "-new",
    "-utf8",
    "-key",
    at(`${name}.key`),
    "-subj",
    `/O=架空機構/CN=𠮷田 ${name}`,
    "-out",
    at(`${name}.csr`),
  );
  writeFileSync(at(`${name}.ext`), extensions.join("\n"));
  const signing =
    issuer === undefined ? ["-key", at(`${name}.key`)] : ["-CA", at(`${issuer}.crt`), "-CAkey", at(`${issuer}.key`)];
  const days = ["-days", "3650", "-sha256", "-extfile", at(`${name}.ext`)];
  openssl("x509", "-req", "-in", at(`${name}.csr`), ...signing, ...days, "-out", at(`${name}.crt`));
}

/** Exports a `.p12` and gives its bytes. */
function exportPkcs12(key: string, certificates: string[], password: string, options: string[]): Uint8Array {
  writeFileSync(at("chain.pem"), certificates.map((name) => readFileSync(at(`${name}.crt`), "utf8")).join(""));
  const chain = certificates.length === 0 ? [] : ["-certfile", at("chain.pem")];
  const inputs = ["-inkey", at(`${key}.key`), "-in", at(`${key}.crt`), ...chain];
  openssl("pkcs12", "-export", ...inputs, "-passout", `pass:${password}`, ...options, "-out", at("out.p12"));
  return readFileSync(at("out.p12"));
}

const p256 = ["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256"];
const p384 = ["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-384"];
const p521 = ["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-521"];
const rsa = (bits: number): string[] => ["-algorithm", "RSA", "-pkeyopt", `rsa_keygen_bits:${bits}`];

before(() => {
  folder = mkdtempSync(path.join(tmpdir(), "kura-p12-"));
  issue("root", p256, undefined, ["basicConstraints=critical,CA:TRUE", "keyUsage=critical,keyCertSign"]);
  issue("middle", p256, "root", ["basicConstraints=critical,CA:TRUE,pathlen:0", "keyUsage=critical,keyCertSign"]);
  issue("ec", p256, "middle", leafExtensions);
  issue("ec384", p384, "middle", leafExtensions);
  issue("ec521", p521, "middle", leafExtensions);
  issue("rsa3072", rsa(3072), "middle", leafExtensions);
  issue("rsa2048", rsa(2048), "middle", leafExtensions);
  issue("rsa1024", rsa(1024), "middle", leafExtensions);
  issue("server", p256, "middle", ["extendedKeyUsage=serverAuth"]);
});

after(() => rmSync(folder, { recursive: true, force: true }));

const encodings: Readonly<Record<string, string[]>> = {
  "the default of OpenSSL 3": [],
  "AES-128": ["-keypbe", "AES-128-CBC", "-certpbe", "AES-128-CBC"],
  "AES-256 with a SHA-512 MAC": ["-macalg", "sha512"],
  "legacy RC2 and 3DES": ["-legacy"],
  "legacy RC2 of 128 bits": ["-legacy", "-certpbe", "PBE-SHA1-RC2-128"],
  "3DES throughout": ["-legacy", "-keypbe", "PBE-SHA1-3DES", "-certpbe", "PBE-SHA1-3DES"],
  "plain certificates": ["-certpbe", "NONE"],
  "a plain key": ["-keypbe", "NONE"],
};
const passwords = ["correct horse", "無効な鍵𠮷", "葛\u{E0100}ﾊﾟｽﾜｰﾄﾞ", ""];

describe("importing a PKCS#12 file", () => {
  for (const [encoding, options] of Object.entries(encodings)) {
    for (const key of ["ec", "rsa3072"]) {
      for (const password of passwords) {
        it(`opens ${key} in ${encoding} with the password "${password}"`, async () => {
          const bytes = exportPkcs12(key, ["middle", "root"], password, options);
          const imported = await importPkcs12({ bytes, password });
          assert.ok(imported.ok, imported.ok ? "" : imported.error);
          const signer = openSigner(imported.value);
          assert.ok(signer.ok);
          assert.equal(signer.value.certificate.commonName, `𠮷田 ${key}`);
          assert.equal(imported.value.chainDer.length, 2);
        });
      }
    }
    it(`refuses a wrong password in ${encoding}`, async () => {
      const bytes = exportPkcs12("ec", [], "無効な鍵𠮷", options);
      assert.deepEqual(await importPkcs12({ bytes, password: "無効な鍵吉" }), {
        ok: false,
        error: "pkcs12-wrong-password",
      });
    });
  }
});

describe("what is kept of a PKCS#12 file", () => {
  it("orders the chain from the nearest issuer to the root, whatever the order in the file", async () => {
    const bytes = exportPkcs12("ec", ["root", "server", "middle"], "x", []);
    const imported = await importPkcs12({ bytes, password: "x" });
    assert.ok(imported.ok);
    const signer = openSigner(imported.value);
    assert.ok(signer.ok);
    assert.deepEqual(
      [...signer.value.issuers.map(({ commonName }) => commonName), signer.value.root?.commonName],
      ["𠮷田 middle", "𠮷田 root"],
    );
  });

  it("takes P-384", async () => {
    const imported = await importPkcs12({ bytes: exportPkcs12("ec384", [], "x", []), password: "x" });
    assert.ok(imported.ok);
  });

  it("takes RSA of 2048 bits unless the policy asks for 3072", async () => {
    const bytes = exportPkcs12("rsa2048", [], "x", []);
    assert.ok((await importPkcs12({ bytes, password: "x" })).ok);
    assert.deepEqual(await importPkcs12({ bytes, password: "x", minimumRsaBits: 3072 }), {
      ok: false,
      error: "identity-key-weak",
    });
  });
});

describe("what is refused of PKCS#12 files", () => {
  const refusals: Readonly<Record<string, { bytes: () => Uint8Array; error: string }>> = {
    "a file without a MAC": { bytes: () => exportPkcs12("ec", [], "x", ["-nomac"]), error: "pkcs12-no-mac" },
    "an RSA key of 1024 bits": { bytes: () => exportPkcs12("rsa1024", [], "x", []), error: "identity-key-weak" },
    "a curve off the list": { bytes: () => exportPkcs12("ec521", [], "x", []), error: "identity-key-weak" },
    "a server's certificate": { bytes: () => exportPkcs12("server", [], "x", []), error: "identity-usage" },
    "an authority's certificate": { bytes: () => exportPkcs12("middle", [], "x", []), error: "identity-usage" },
    "a file over the size limit": { bytes: () => new Uint8Array(pkcs12LimitBytes + 1), error: "pkcs12-too-large" },
    "bytes that are no such file": { bytes: () => Buffer.from("%PDF-1.7"), error: "pkcs12-unreadable" },
    "an empty file": { bytes: () => new Uint8Array(), error: "pkcs12-unreadable" },
    "a derivation of two million rounds": {
      bytes: () => exportPkcs12("ec", [], "x", ["-iter", "2000000", "-nomaciter"]),
      error: "pkcs12-limit",
    },
  };
  for (const [what, { bytes, error }] of Object.entries(refusals)) {
    it(`refuses ${what}`, async () => {
      assert.deepEqual(await importPkcs12({ bytes: bytes(), password: "x" }), { ok: false, error });
    });
  }

  it("refuses a file without a private key", async () => {
    openssl("pkcs12", "-export", "-nokeys", "-in", at("ec.crt"), "-passout", "pass:x", "-out", at("out.p12"));
    assert.deepEqual(await importPkcs12({ bytes: readFileSync(at("out.p12")), password: "x" }), {
      ok: false,
      error: "pkcs12-key-count",
    });
  });

  it("refuses a key whose certificate belongs to another key", async () => {
    const other = ["-in", at("ec.key"), "-nocerts", "-certfile", at("ec384.crt")];
    openssl("pkcs12", "-export", ...other, "-passout", "pass:x", "-out", at("out.p12"));
    assert.deepEqual(await importPkcs12({ bytes: readFileSync(at("out.p12")), password: "x" }), {
      ok: false,
      error: "identity-key-mismatch",
    });
  });

  it("refuses every file cut short", async () => {
    const bytes = exportPkcs12("ec", ["middle"], "x", []);
    for (let length = 0; length < bytes.length; length += 97) {
      const refused = await importPkcs12({ bytes: bytes.subarray(0, length), password: "x" });
      assert.ok(!refused.ok);
    }
  });
});

describe("the key derivation of PKCS#12", () => {
  // The vector of the appendix as published with other implementations: password "smeg", three purposes.
  it("gives the published key for a known password and salt", () => {
    const key = derivePkcs12Bytes({
      digest: "sha1",
      password: "smeg",
      salt: Buffer.from("0A58CF64530D823F", "hex"),
      iterations: 1,
      purpose: 1,
      lengthBytes: 24,
    });
    assert.equal(key.toString("hex").toUpperCase(), "8AAAE6297B6CB04642AB5B077851284EB7128F1A2A7FBCA3");
  });

  it("gives other bytes for every purpose", () => {
    const derive = (purpose: 1 | 2 | 3): string => {
      const request = {
        digest: "sha256",
        password: "𠮷",
        salt: Buffer.alloc(8, 7),
        iterations: 3,
        lengthBytes: 80,
      } as const;
      return createHash("sha256")
        .update(derivePkcs12Bytes({ ...request, purpose }))
        .digest("hex");
    };
    assert.equal(new Set([derive(1), derive(2), derive(3)]).size, 3);
  });
});
