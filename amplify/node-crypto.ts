/**
 * Node's crypto. `getBuiltinModule` because an `import` evaluates everything the module exports, including
 * WebCrypto, which takes a tenth of a cold start (nodejs/node#59686).
 */
export const { createHmac, createSecretKey, hash, randomBytes, timingSafeEqual } =
  process.getBuiltinModule('node:crypto');
