import type { S3Event } from 'aws-lambda';
import { createLambdaFileStore } from '../lambda-file-store.ts';
import { drawSmall } from './draw-small.ts';
import { makeSmallCopies, type SmallCopiesDeps } from './make-small-copies.ts';

const deps: SmallCopiesDeps = {
  files: createLambdaFileStore(process.env['FILES_BUCKET'] ?? ''),
  draw: drawSmall,
  // Not `console.log`: see api/create-api-handler.ts.
  log: (line) => void process.stdout.write(`${line}\n`),
};

/** The entry point that Lambda calls with events of the bucket. If it throws, it is called twice more. */
export function handler(event: S3Event): Promise<void> {
  return makeSmallCopies(deps, event);
}
