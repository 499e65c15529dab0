/** How a file gets from a device to the bucket: what `sendFile` and `openFile` return. Bytes never go through the API. */

/** A request that somebody without credentials may send, once and soon. The headers are part of its signature. */
export type SignedRequest = {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
};

/** One part of a file that is sent in parts: `size` bytes, from byte `(number - 1) * partSize`. */
export type PartRequest = SignedRequest & { readonly number: number; readonly size: number };

/** What a device has to do: nothing, or one PUT, or a PUT for each part that has not arrived yet. */
export type FileTransfer =
  | FileArrived
  | { readonly put: SignedRequest }
  | { readonly upload: string; readonly parts: readonly PartRequest[] };

export type FileArrived = { readonly arrived: true };

/** Bytes of each part but the last: 8 MiB. A smaller file is sent at once. */
export const partSize = 8 * 1024 ** 2;

/** The sizes of a file's parts, in their order. */
export function partSizes(size: number): readonly number[] {
  const count = Math.ceil(size / partSize);
  return Array.from({ length: count }, (_, at) => Math.min(partSize, size - at * partSize));
}
