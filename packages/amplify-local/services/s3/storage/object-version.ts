/** S3 also has CRC32C and CRC64NVME. */
export type Algorithm = 'CRC32' | 'SHA1' | 'SHA256';

/** A checksum in base64, as S3's headers have it. */
export type Checksum = { readonly algorithm: Algorithm; readonly value: string };

/** What is stored about an object beside its bytes. */
export type Description = {
  /** Such as `content-type`, which are sent with the object. */
  readonly headers: Readonly<Record<string, string>>;
  /** The author's own headers, without `x-amz-meta-`. */
  readonly metadata: Readonly<Record<string, string>>;
  readonly tags: Readonly<Record<string, string>>;
  readonly checksum?: Checksum;
};

/** One version of an object; without versioning it has one. */
export type ObjectVersion = {
  readonly id: number;
  readonly key: string;
  /** `null`, as text, if it was written without versioning. */
  readonly version: string;
  readonly isLatest: boolean;
  /** S3 calls it a delete marker: it hides the versions before it. */
  readonly isTombstone: boolean;
  readonly size: number;
  /** Without its quotes. */
  readonly etag: string;
  /** Milliseconds since 1970. */
  readonly changedAt: number;
  readonly description: Description;
};

/** A row of the table `versions`. */
export type VersionRow = {
  readonly id: number;
  readonly key: Uint8Array;
  readonly version: string;
  readonly is_latest: number;
  readonly is_tombstone: number;
  readonly size: number;
  readonly etag: string;
  readonly changed_at: number;
  readonly description: string;
};

export function versionFrom(row: unknown): ObjectVersion {
  const { id, key, version, is_latest, is_tombstone, size, etag, changed_at, description } =
    row as VersionRow;
  return {
    id,
    key: Buffer.from(key).toString('utf8'),
    version,
    isLatest: is_latest === 1,
    isTombstone: is_tombstone === 1,
    size,
    etag,
    changedAt: changed_at,
    description: JSON.parse(description) as Description,
  };
}
