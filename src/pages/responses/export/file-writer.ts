import type { Response } from '../data/response.ts';

/** A file of responses, which are added one after the other. */
export type FileWriter = {
  readonly ending: 'csv' | 'geojson' | 'json' | 'jsonl' | 'xlsx';
  /** The path of the repeat whose instances it has, if it has no whole responses. */
  readonly part?: string;
  readonly mediaType: string;
  add(response: Response): void;
  /** The whole file. Throws if what writes it cannot be loaded. */
  parts(): readonly BlobPart[] | Promise<readonly BlobPart[]>;
};
