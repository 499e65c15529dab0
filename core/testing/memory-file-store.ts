import { createHash, randomUUID } from 'node:crypto';
import { firstBytes } from '../files/file-types.ts';
import { partSizes, type SignedRequest } from '../files/file-transfer.ts';
import { longestAwaited, type FileKey, type FileStore } from '../files/store/file-store.ts';

/** An in-memory file store for tests, with what a device would do over the network. */
export type MemoryFileStore = FileStore & {
  /** Sends bytes with a request that the store made. @returns S3's status */
  readonly send: (request: SignedRequest, bytes: Uint8Array) => Promise<number>;
  /** Opens a link that the store made. */
  readonly open: (url: string) => Promise<Uint8Array | undefined>;
  /** Deletes what has been awaited too long. */
  readonly sweep: () => Promise<void>;
  /** The keys of everything in the store. */
  readonly keys: () => Promise<readonly string[]>;
};

type Stored = {
  readonly bytes: Uint8Array;
  readonly type: string;
  readonly storedAt: Date;
  isAwaited: boolean;
  /** It was sent in parts, and nobody has examined it since. */
  isOfParts?: boolean;
};
type Upload = { readonly key: string; readonly parts: Map<number, Uint8Array> };
/** What a request may send: this many bytes, and these ones if they are all of the file. */
type Ticket = {
  readonly size: number;
  readonly sha256?: string;
  readonly store: (bytes: Uint8Array) => number;
};

export function createMemoryFileStore(now = () => new Date()): MemoryFileStore {
  const objects = new Map<string, Stored>();
  const uploads = new Map<string, Upload>();
  const tickets = new Map<string, Ticket>();

  function request(ticket: Ticket): SignedRequest {
    const url = `memory:${randomUUID()}`;
    tickets.set(url, ticket);
    return { url, headers: {} };
  }

  function store(key: string, bytes: Uint8Array, type: string): void {
    objects.set(key, { bytes, type, storedAt: now(), isAwaited: true });
  }

  return {
    async putRequest(key, { type, size, sha256 }) {
      const name = keyText(key);
      return request({
        size,
        sha256,
        store(bytes) {
          if (objects.has(name)) return 412;
          store(name, bytes, type);
          return 200;
        },
      });
    },
    async beginUpload(key) {
      const upload = randomUUID();
      uploads.set(upload, { key: keyText(key), parts: new Map() });
      return upload;
    },
    async missingParts(key, { size }, upload) {
      const { key: name, parts } = uploads.get(upload) ?? {};
      if (!parts || name !== keyText(key)) return undefined;
      return partSizes(size)
        .map((it, at) => ({ number: at + 1, size: it }))
        .filter(({ number }) => !parts.has(number))
        .map((part) => ({
          ...part,
          ...request({
            size: part.size,
            store(bytes) {
              parts.set(part.number, bytes);
              return 200;
            },
          }),
        }));
    },
    async completeUpload(key, { size, type }, upload) {
      const { key: name, parts } = uploads.get(upload) ?? {};
      if (!parts || name !== keyText(key) || parts.size < partSizes(size).length) return;
      const whole = partSizes(size).map((_, at) => parts.get(at + 1) ?? Buffer.of());
      const stored = { bytes: Buffer.concat(whole), type, storedAt: now(), isAwaited: true };
      objects.set(name, { ...stored, isOfParts: true });
      uploads.delete(upload);
    },
    async examine(key) {
      const found = objects.get(keyText(key));
      if (!found) return undefined;
      found.isOfParts = false;
      const { bytes, storedAt } = found;
      const head = bytes.subarray(0, firstBytes);
      return { size: bytes.length, sha256: sha256Of(bytes), firstBytes: head, storedAt };
    },
    async fingerprint(key) {
      const { bytes, isOfParts } = objects.get(keyText(key)) ?? {};
      if (!bytes) return undefined;
      const sha256 = sha256Of(bytes);
      const tag = createHash('md5').update(bytes).digest('hex');
      return isOfParts ? { tag: `${tag}-2` } : { tag, sha256 };
    },
    async keep(key) {
      const found = objects.get(keyText(key));
      if (found) found.isAwaited = false;
      return found !== undefined;
    },
    async readPicture(key, largest) {
      const found = objects.get(keyText(key));
      if (!found?.type.startsWith('image/') || found.bytes.length > largest) return undefined;
      return Uint8Array.from(found.bytes);
    },
    async putSmall(key, bytes) {
      if (!objects.has(keyText(key))) return;
      const small = { bytes, type: 'image/webp', storedAt: now(), isAwaited: false };
      objects.set(`${keyText(key)}.small`, small);
    },
    async removeSmall(key) {
      objects.delete(`${keyText(key)}.small`);
    },
    async remove(key) {
      for (const end of ['', '.small']) objects.delete(keyText(key) + end);
    },
    async removeAll(entry) {
      const prefix = keyText({ ...entry, file: '' });
      for (const key of objects.keys()) if (key.startsWith(prefix)) objects.delete(key);
      for (const [id, { key }] of uploads) if (key.startsWith(prefix)) uploads.delete(id);
    },
    async link(key) {
      return `memory:${keyText(key)}`;
    },
    async smallLink(key) {
      const small = `${keyText(key)}.small`;
      return objects.has(small) ? `memory:${small}` : undefined;
    },
    async send({ url }, bytes) {
      const ticket = tickets.get(url);
      if (!ticket || bytes.length !== ticket.size) return 403;
      const isOther = ticket.sha256 !== undefined && ticket.sha256 !== sha256Of(bytes);
      return isOther ? 400 : ticket.store(bytes);
    },
    async open(url) {
      return objects.get(url.replace('memory:', ''))?.bytes;
    },
    async sweep() {
      for (const [key, { isAwaited, storedAt }] of objects)
        if (isAwaited && now().getTime() - storedAt.getTime() > longestAwaited) objects.delete(key);
    },
    async keys() {
      return [...objects.keys()].toSorted();
    },
  };
}

function keyText({ form, username, id, file }: FileKey): string {
  return [form, username, id, file].join('/');
}

function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('base64');
}
