/**
 * The HPKE package speaks of these types by the names browsers give them. Without this they would be unknown on this floor,
 * which has no browser, and what comes from the package would be unchecked.
 */
type CryptoKey = import("node:crypto").webcrypto.CryptoKey;
type CryptoKeyPair = import("node:crypto").webcrypto.CryptoKeyPair;
