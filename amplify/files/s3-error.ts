import { xmlValue } from './xml-values.ts';

/** An error from S3, with its code as the name, such as `NoSuchUpload`. */
export type S3Error = Error & { readonly status: number };

/** The message is not S3's own, which quotes keys. */
export function toS3Error(status: number, body: string): S3Error {
  const name = xmlValue(body, 'Code') ?? (status === 404 ? 'NotFound' : 'UnknownError');
  return Object.assign(new Error(`S3 answered with ${name}.`), { name, status });
}

/** Whether S3 says that something is not there, or not any more. */
export function isMissing(error: unknown): boolean {
  return error instanceof Error && ['NotFound', 'NoSuchKey', 'NoSuchUpload'].includes(error.name);
}

export function isPreconditionFailure(error: unknown): boolean {
  return error instanceof Error && 'status' in error && error.status === 412;
}
