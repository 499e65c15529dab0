import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { failS3 } from './s3-failure.ts';
import { headerOf, type S3Request } from './s3-request.ts';
import { region } from '../../../template/arn.ts';

/** What a request says about its signature, in the `Authorization` header or in a presigned URL. */
export type Signature = {
  readonly accessKey: string;
  /** `20261126`. */
  readonly day: string;
  readonly signedHeaders: readonly string[];
  readonly signature: string;
  /** Milliseconds since 1970. */
  readonly signedAt: number;
  /** `20261126T185900Z`. */
  readonly date: string;
  readonly token: string | undefined;
  /** Seconds that a presigned URL is valid. */
  readonly validFor?: number;
};

const algorithm = 'AWS4-HMAC-SHA256';
/** Milliseconds that the clocks may differ. */
const allowedSkew = 15 * 60_000;
/** Seconds: a week. */
const longestValidity = 604_800;

/** Reads the signature of a request; undefined if it has none. */
export function signatureIn(request: S3Request): Signature | undefined {
  const header = headerOf(request, 'authorization');
  if (request.query.has('X-Amz-Algorithm')) {
    if (header !== undefined)
      failS3('InvalidArgument', 'Only one auth mechanism allowed; a request has two.');
    return signatureInQuery(request);
  }
  return header === undefined ? undefined : signatureInHeader(request, header);
}

function signatureInHeader(request: S3Request, header: string): Signature {
  const fields =
    /^AWS4-HMAC-SHA256 +Credential=([^,\s]+), *SignedHeaders=([^,\s]+), *Signature=([0-9a-f]{64})$/;
  const [, credential = '', signed = '', signature = ''] = fields.exec(header) ?? malformedHeader();
  const date =
    headerOf(request, 'x-amz-date') ??
    failS3('AccessDenied', 'AWS authentication requires a valid Date or x-amz-date header');
  return {
    ...credentialFrom(credential, date, malformedHeader),
    signedHeaders: signed.split(';'),
    signature,
    date,
    signedAt: timeFrom(date) ?? malformedHeader(),
    token: headerOf(request, 'x-amz-security-token'),
  };
}

function signatureInQuery({ query }: S3Request): Signature {
  const part = (name: string) => query.get(name) ?? malformedQuery(name);
  if (part('X-Amz-Algorithm') !== algorithm) malformedQuery('X-Amz-Algorithm');
  const date = part('X-Amz-Date');
  const validFor = /^\d{1,7}$/.test(part('X-Amz-Expires')) ? Number(part('X-Amz-Expires')) : -1;
  if (validFor < 1 || validFor > longestValidity) malformedQuery('X-Amz-Expires');
  return {
    ...credentialFrom(part('X-Amz-Credential'), date, () => malformedQuery('X-Amz-Credential')),
    signedHeaders: part('X-Amz-SignedHeaders').split(';'),
    signature: part('X-Amz-Signature'),
    date,
    signedAt: timeFrom(date) ?? malformedQuery('X-Amz-Date'),
    token: query.get('X-Amz-Security-Token') ?? undefined,
    validFor,
  };
}

function malformedHeader(): never {
  return failS3('AuthorizationHeaderMalformed');
}

function malformedQuery(what: string): never {
  return failS3('AuthorizationQueryParametersError', `${what} is missing or malformed.`);
}

/** `AKIA…/20261126/us-east-1/s3/aws4_request`. */
function credentialFrom(credential: string, date: string, malformed: () => never) {
  const [accessKey = '', day = '', inRegion, service, end, ...more] = credential.split('/');
  const isWhole = service === 's3' && end === 'aws4_request' && more.length === 0;
  if (!isWhole || inRegion !== region || !date.startsWith(`${day}T`)) malformed();
  return { accessKey, day };
}

/** `20261126T185900Z` in milliseconds. */
function timeFrom(date: string): number | undefined {
  const [, ...parts] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(date) ?? [];
  const [year = 0, month = 1, day, hour, minute, second] = parts.map(Number);
  return parts.length === 0 ? undefined : Date.UTC(year, month - 1, day, hour, minute, second);
}

/** Throws unless the secret key made this signature, of this request, for now. */
export function verifySignature(
  request: S3Request,
  signature: Signature,
  { secretKey, now }: { readonly secretKey: string; readonly now: number },
): void {
  refuseUnsignedHeaders(request, signature);
  const expected = Buffer.from(signatureFor(request, signature, secretKey));
  const given = Buffer.from(signature.signature);
  if (given.length !== expected.length || !timingSafeEqual(given, expected))
    failS3('SignatureDoesNotMatch');
  const { signedAt, validFor } = signature;
  if (validFor === undefined) {
    if (Math.abs(now - signedAt) > allowedSkew) failS3('RequestTimeTooSkewed');
    return;
  }
  if (signedAt - now > allowedSkew) failS3('AccessDenied', 'Request is not yet valid');
  if (now > signedAt + validFor * 1000) failS3('AccessDenied', 'Request has expired');
}

/** What is not signed could have been changed on the way. */
function refuseUnsignedHeaders({ headers }: S3Request, { signedHeaders }: Signature): void {
  const mustBeSigned = Object.keys(headers).filter(
    (it) => it === 'host' || it.startsWith('x-amz-'),
  );
  if (mustBeSigned.some((it) => !signedHeaders.includes(it)))
    failS3('AccessDenied', 'There were headers present in the request which were not signed');
}

function signatureFor(request: S3Request, of: Signature, secretKey: string): string {
  const scope = `${of.day}/${region}/s3/aws4_request`;
  const canonical = sha256(canonicalRequest(request, of));
  const stringToSign = [algorithm, of.date, scope, canonical].join('\n');
  const key = [of.day, region, 's3', 'aws4_request'].reduce<string | Buffer>(
    hmac,
    `AWS4${secretKey}`,
  );
  return hmac(key, stringToSign).toString('hex');
}

function canonicalRequest(request: S3Request, { signedHeaders, validFor }: Signature): string {
  const { method, path, query } = request;
  const pairs = [...query]
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => [encode(name), encode(value)] as const)
    .toSorted(([a, b], [c, d]) => compare(a, c) || compare(b, d));
  const header = (name: string) => (headerOf(request, name) ?? '').trim().replace(/ +/g, ' ');
  return [
    method,
    path.split('/').map(encodeAgain).join('/'),
    pairs.map((pair) => pair.join('=')).join('&'),
    ...signedHeaders.map((name) => `${name}:${header(name)}`),
    '',
    signedHeaders.join(';'),
    validFor === undefined
      ? headerOf(request, 'x-amz-content-sha256')
      : (query.get('X-Amz-Content-Sha256') ?? 'UNSIGNED-PAYLOAD'),
  ].join('\n');
}

/** Clients differ in which characters they encode; the signature is of one encoding. */
function encodeAgain(segment: string): string {
  return encode(decodeURIComponent(segment));
}

function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (it) => `%${it.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
