import { confirmFile } from '#core/files/confirm-file.ts';
import { openFile } from '#core/files/open-file.ts';
import { sendFile } from '#core/files/send-file.ts';
import type { FileKey } from '#core/files/store/file-store.ts';
import { isRecord } from '#core/values/is-record.ts';
import { invalidParameter, parseBoolean } from '#core/api/query-parameters.ts';
import type { Problem } from '#core/api/problem.ts';
import { err, ok, type Result } from '#core/values/result.ts';
import { readJson } from '../read-json.ts';
import { hidesRow } from './hides-row.ts';
import { responseKey } from './response-key.ts';
import type { ApiRequest } from '../lambda-adapter.ts';
import type { ApiDeps, RequestContext, RouteHandler } from '../request-context.ts';

/** Says where to send the bytes of a file of one's own entry. */
export const startFileTransfer: RouteHandler = async (deps, context) => {
  const upload = readUpload(context.request);
  if (!upload.ok) return upload;
  const { username } = context.caller;
  return toResponse(await sendFile(deps, fileKey(context, username), upload.value));
};

/** Looks whether the bytes have arrived, and records it. */
export const confirmArrivedFile: RouteHandler = async (deps, context) => {
  const upload = readUpload(context.request);
  if (!upload.ok) return upload;
  const { username } = context.caller;
  return toResponse(await confirmFile(deps, fileKey(context, username), upload.value));
};

export const openOwnFile: RouteHandler = (deps, context) =>
  openFileOf(deps, context, context.caller.username);

/** For readers of the form, who may name anybody's entry among their rows. */
export const openFileOfResponse: RouteHandler = async (deps, context) => {
  const key = responseKey(context);
  return (await hidesRow(deps, context, key))
    ? err({ code: 'not_found' })
    : openFileOf(deps, context, key.username);
};

async function openFileOf(deps: ApiDeps, context: RequestContext, username: string) {
  const small = parseBoolean('small', context.request.query['small']);
  if (!small.ok) return small;
  return toResponse(await openFile(deps, fileKey(context, username), small.value));
}

function fileKey({ form, parameters }: RequestContext, username: string): FileKey {
  return { username, form: form.id, id: parameters['id'] ?? '', file: parameters['file'] ?? '' };
}

/** Bytes: S3's own ids are about 200 characters. */
const longestBody = 2048;

/** The id of an upload, in the body; `undefined` without a body. */
function readUpload(request: ApiRequest): Result<string | undefined, Problem> {
  if (request.body === '') return ok(undefined);
  const body = readJson(request, longestBody);
  if (!body.ok) return body;
  const { upload, ...others } = isRecord(body.value) ? body.value : { other: body.value };
  const isUpload = upload === undefined || (typeof upload === 'string' && upload !== '');
  if (isUpload && Object.keys(others).length === 0) return ok(upload);
  return err(invalidParameter('upload', 'Send the upload as it was returned, and nothing else'));
}

function toResponse<Body extends object>(
  result: Result<Body, Problem>,
): Result<{ readonly status: 200; readonly body: Body }, Problem> {
  return result.ok ? ok({ status: 200, body: result.value }) : result;
}
