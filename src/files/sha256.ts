import { withTimeout } from '../device/timeout.ts';

/** The checksum of a file that is read piece by piece. */
export type Checksum = {
  add(bytes: Uint8Array<ArrayBuffer>): void;
  /** In base64. */
  result(): Promise<string>;
};

/** Milliseconds. */
const timeout = 10_000;

/** In bytes. The browser's own function is the fastest, and needs the whole file in memory. */
const mostInMemory = 8 * 1024 * 1024;

/** @param size how many bytes there will be */
export async function createSha256(size: number): Promise<Checksum> {
  return size <= mostInMemory ? ofWhole(size) : inPieces();
}

function ofWhole(size: number): Checksum {
  const whole = new Uint8Array(size);
  let at = 0;
  return {
    add(bytes) {
      whole.set(bytes, at);
      at += bytes.length;
    },
    async result() {
      const digest = withTimeout('storage', timeout, crypto.subtle.digest('SHA-256', whole));
      return base64Of(new Uint8Array(await digest));
    },
  };
}

async function inPieces(): Promise<Checksum> {
  const { Sha256 } = await import('@aws-crypto/sha256-js');
  const hash = new Sha256();
  return {
    add: (bytes) => hash.update(bytes),
    result: async () => base64Of(await hash.digest()),
  };
}

function base64Of(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}
