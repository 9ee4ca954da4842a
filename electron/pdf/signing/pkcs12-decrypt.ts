import { Integer, OctetString, Sequence } from "asn1js";
import forge from "node-forge";
import { type AlgorithmIdentifier, CryptoEngine, EncryptedContentInfo, PBES2Params, PBKDF2Params } from "pkijs";
import { err, ok, type Result } from "../../../shared/result.ts";
import { ownBuffer } from "./der.ts";
import { oid } from "./object-identifiers.ts";
import { derivePkcs12Bytes, pkcs12Purpose } from "./pkcs12-kdf.ts";

/** Most rounds of key derivation a file may ask for; a hostile one could otherwise ask for hours. */
export const iterationLimit = 1_000_000;

export type DecryptRefusal = "pkcs12-unsupported" | "pkcs12-limit" | "pkcs12-wrong-password";

/** Decrypts one part of a PKCS#12 file with its password. */
export async function decryptPart(
  algorithm: AlgorithmIdentifier,
  ciphertext: Uint8Array,
  password: string,
): Promise<Result<Buffer, DecryptRefusal>> {
  const legacy = legacyCiphers.get(algorithm.algorithmId);
  if (legacy !== undefined) return decryptLegacy(legacy, algorithm, ciphertext, password);
  if (algorithm.algorithmId !== pbes2Oid) return err("pkcs12-unsupported");
  return decryptPbes2(algorithm, ciphertext, password);
}

const pbes2Oid = "1.2.840.113549.1.5.13";

async function decryptPbes2(
  algorithm: AlgorithmIdentifier,
  ciphertext: Uint8Array,
  password: string,
): Promise<Result<Buffer, DecryptRefusal>> {
  const iterations = pbes2Iterations(algorithm);
  if (iterations === undefined) return err("pkcs12-unsupported");
  if (iterations < 1 || iterations > iterationLimit) return err("pkcs12-limit");
  const engine = new CryptoEngine({ crypto, name: "node" });
  try {
    const plain = await engine.decryptEncryptedContentInfo({
      password: ownBuffer(Buffer.from(password, "utf8")),
      encryptedContentInfo: new EncryptedContentInfo({
        contentType: oid.data,
        contentEncryptionAlgorithm: algorithm,
        encryptedContent: new OctetString({ valueHex: ownBuffer(ciphertext) }),
      }),
    });
    return ok(Buffer.from(plain));
  } catch {
    // The MAC has already shown the password to be right, or the padding now shows the part to be damaged.
    return err("pkcs12-wrong-password");
  }
}

function pbes2Iterations(algorithm: AlgorithmIdentifier): number | undefined {
  try {
    const parameters = new PBES2Params({ schema: algorithm.algorithmParams });
    const derivation = new PBKDF2Params({ schema: parameters.keyDerivationFunc.algorithmParams });
    return Number.isSafeInteger(derivation.iterationCount) ? derivation.iterationCount : undefined;
  } catch {
    // Other derivations, scrypt among them, have other parameters and do not parse as this one.
    return undefined;
  }
}

interface LegacyCipher {
  readonly name: "3des" | "rc2";
  readonly keyBytes: number;
}

/** The ciphers of older Windows and Java exports, which the platform's library no longer has. */
const legacyCiphers: ReadonlyMap<string, LegacyCipher> = new Map([
  ["1.2.840.113549.1.12.1.3", { name: "3des", keyBytes: 24 }],
  ["1.2.840.113549.1.12.1.5", { name: "rc2", keyBytes: 16 }],
  ["1.2.840.113549.1.12.1.6", { name: "rc2", keyBytes: 5 }],
]);

function decryptLegacy(
  legacy: LegacyCipher,
  algorithm: AlgorithmIdentifier,
  ciphertext: Uint8Array,
  password: string,
): Result<Buffer, DecryptRefusal> {
  const parameters = legacyParameters(algorithm.algorithmParams);
  if (parameters === undefined) return err("pkcs12-unsupported");
  if (parameters.iterations < 1 || parameters.iterations > iterationLimit) return err("pkcs12-limit");
  const derive = (purpose: 1 | 2, lengthBytes: number): Buffer => {
    return derivePkcs12Bytes({ digest: "sha1", password, ...parameters, purpose, lengthBytes });
  };
  const key = derive(pkcs12Purpose.key, legacy.keyBytes);
  const initialVector = derive(pkcs12Purpose.initialVector, 8);
  const plain = runLegacyCipher(legacy, key, initialVector, ciphertext);
  key.fill(0);
  return plain === undefined ? err("pkcs12-wrong-password") : ok(plain);
}

function legacyParameters(value: unknown): { readonly salt: Uint8Array; readonly iterations: number } | undefined {
  const [salt, iterations] = value instanceof Sequence ? value.valueBlock.value : [];
  if (!(salt instanceof OctetString) || !(iterations instanceof Integer)) return undefined;
  return { salt: salt.valueBlock.valueHexView, iterations: iterations.valueBlock.valueDec };
}

function runLegacyCipher(
  legacy: LegacyCipher,
  key: Buffer,
  initialVector: Buffer,
  ciphertext: Uint8Array,
): Buffer | undefined {
  const keyText = key.toString("latin1");
  const input = forge.util.createBuffer(Buffer.from(ciphertext).toString("latin1"));
  const options = { iv: initialVector.toString("latin1") };
  if (legacy.name === "3des") {
    const cipher = forge.cipher.createDecipher("3DES-CBC", keyText);
    cipher.start(options);
    cipher.update(input);
    return cipher.finish() ? Buffer.from(cipher.output.getBytes(), "latin1") : undefined;
  }
  const cipher = forge.rc2.createDecryptionCipher(keyText, legacy.keyBytes * 8);
  cipher.start(options.iv);
  cipher.update(input);
  return cipher.finish() ? Buffer.from(cipher.output.getBytes(), "latin1") : undefined;
}
