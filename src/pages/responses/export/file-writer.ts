import type { Response } from '../data/response.ts';

/** A file of responses, which are added one after the other. */
export type FileWriter = {
  readonly ending: 'csv' | 'geojson' | 'json' | 'jsonl' | 'xlsx';
  /** The path of the repeat whose instances it has, if it has no whole responses. */
  readonly part?: string;
  readonly mediaType: string;
  /** The most responses that it can have, if it is put together in memory. */
  readonly most?: number;
  /** @returns the text that the response adds to what was added before */
  add(response: Response): string;
  /** How to change all that was added, piece by piece, if it depends on what came later. */
  rewriting?(): ((piece: string) => string) | undefined;
  /** The whole file. Throws if what writes it cannot be loaded. @param added the texts that were added */
  parts(added: readonly BlobPart[]): readonly BlobPart[] | Promise<readonly BlobPart[]>;
};
