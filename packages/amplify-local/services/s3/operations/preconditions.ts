import { failS3 } from '../protocol/s3-failure.ts';
import { headerOf, type S3Request } from '../protocol/s3-request.ts';
import type { ObjectVersion } from '../storage/object-version.ts';

/** Throws if a request to read asks for another state of the object than the one it is in. */
export function checkReadConditions(request: S3Request, { etag, changedAt }: ObjectVersion): void {
  const tag = `"${etag}"`;
  const ifMatch = headerOf(request, 'if-match');
  const ifNoneMatch = headerOf(request, 'if-none-match');
  if (
    ifMatch === undefined
      ? changedAfter(request, 'if-unmodified-since', changedAt)
      : !names(ifMatch, tag)
  )
    failS3('PreconditionFailed');
  const isUnchanged =
    ifNoneMatch === undefined
      ? changedAfter(request, 'if-modified-since', changedAt) === false
      : names(ifNoneMatch, tag);
  if (isUnchanged) failS3('NotModified', undefined, { headers: { etag: tag } });
}

/** Throws if a request to write asks for another state of the object than the one it is in. */
export function checkWriteConditions(
  request: S3Request,
  existing: ObjectVersion | undefined,
): void {
  const current = existing?.isTombstone ? undefined : existing;
  const ifMatch = headerOf(request, 'if-match');
  const ifNoneMatch = headerOf(request, 'if-none-match');
  if (ifNoneMatch !== undefined && ifNoneMatch !== '*') failS3('NotImplemented');
  if (ifNoneMatch !== undefined && current) failS3('PreconditionFailed');
  if (ifMatch === undefined) return;
  if (!current) failS3('NoSuchKey');
  else if (!names(ifMatch, `"${current.etag}"`)) failS3('PreconditionFailed');
}

function names(header: string, tag: string): boolean {
  return header.split(',').some((it) => ['*', tag, tag.slice(1, -1)].includes(it.trim()));
}

/** Undefined without such a header. Its date has whole seconds. */
function changedAfter(request: S3Request, header: string, changedAt: number): boolean | undefined {
  const time = Date.parse(headerOf(request, header) ?? '');
  return Number.isNaN(time) ? undefined : Math.floor(changedAt / 1000) * 1000 > time;
}
