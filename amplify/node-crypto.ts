/**
 * Node's crypto, asked for rather than imported: an import evaluates everything it exports, WebCrypto among
 * it, and that is a tenth of a cold start (nodejs/node#59686).
 */
export const { createHmac, createSecretKey, hash, randomBytes } =
  process.getBuiltinModule('node:crypto');
