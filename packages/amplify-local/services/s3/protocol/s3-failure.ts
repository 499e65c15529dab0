import { element } from '../../../machine/xml.ts';
import { getOwn } from '../../../template/get-own-value.ts';

type Headers = Readonly<Record<string, string>>;

/** An error with S3's own code, thrown anywhere and sent as XML. */
export type S3Failure = Error & {
  readonly s3Code: string;
  readonly headers: Headers;
  /** A line for the log, for the author of a function, without anything from the request. */
  readonly note?: string;
};

export function failS3(
  code: keyof typeof failures,
  message: string = failures[code][1],
  more: { readonly headers?: Headers; readonly note?: string } = {},
): never {
  throw Object.assign(new Error(message), { s3Code: code, headers: {}, ...more });
}

export function isS3Failure(thrown: unknown): thrown is S3Failure {
  return thrown instanceof Error && 's3Code' in thrown;
}

/** The response to anything thrown: what is not an `S3Failure` is our fault. */
export function failureResponse(
  thrown: unknown,
  requestId: string,
): { status: number; headers: Headers; body?: string } {
  const { s3Code, message, headers } = isS3Failure(thrown)
    ? thrown
    : { s3Code: 'InternalError', message: failures.InternalError[1], headers: {} };
  const [status] = getOwn(failures, s3Code) ?? failures.InternalError;
  if (status === 304) return { status, headers };
  return {
    status,
    headers: { ...headers, 'content-type': 'application/xml' },
    body: element('Error', { Code: s3Code, Message: message, RequestId: requestId }),
  };
}

/** The part of a response that `DeleteObjects` has for each object that it could not delete. */
export function failureOf(thrown: unknown): { readonly Code: string; readonly Message: string } {
  if (!isS3Failure(thrown)) throw thrown;
  return { Code: thrown.s3Code, Message: thrown.message };
}

/** S3's codes, each with its status and usual message. */
const failures = {
  AccessControlListNotSupported: [400, 'The bucket does not allow ACLs'],
  AccessDenied: [403, 'Access Denied'],
  AccessForbidden: [403, 'CORSResponse: This CORS request is not allowed.'],
  AuthorizationHeaderMalformed: [400, 'The authorization header is malformed.'],
  AuthorizationQueryParametersError: [400, 'The query parameters of the signature are malformed.'],
  BadDigest: [400, 'The digest you specified did not match the calculated checksum.'],
  EntityTooLarge: [400, 'Your proposed upload exceeds the maximum allowed size'],
  EntityTooSmall: [400, 'Your proposed upload is smaller than the minimum allowed size'],
  IncompleteBody: [400, 'The request body terminated unexpectedly'],
  InternalError: [500, 'We encountered an internal error. Please try again.'],
  InvalidAccessKeyId: [403, 'The access key Id you provided does not exist in our records.'],
  InvalidArgument: [400, 'Invalid Argument'],
  InvalidDigest: [400, 'The Content-MD5 you specified was invalid.'],
  InvalidPart: [
    400,
    'One or more of the specified parts could not be found. The part may not have been uploaded, or the specified entity tag may not match the part’s entity tag.',
  ],
  InvalidPartOrder: [400, 'The list of parts was not in ascending order.'],
  InvalidRange: [416, 'The requested range is not satisfiable'],
  InvalidRequest: [400, 'Invalid Request'],
  InvalidStorageClass: [400, 'The storage class you specified is not valid'],
  InvalidTag: [400, 'The tag provided was not a valid tag.'],
  InvalidToken: [400, 'The provided token is malformed or otherwise invalid.'],
  InvalidURI: [400, 'Couldn’t parse the specified URI.'],
  KeyTooLongError: [400, 'Your key is too long'],
  MalformedXML: [
    400,
    'The XML you provided was not well-formed or did not validate against our published schema',
  ],
  MetadataTooLarge: [
    400,
    'Your metadata headers exceed the maximum allowed metadata size of 2048 bytes',
  ],
  MethodNotAllowed: [405, 'The specified method is not allowed against this resource.'],
  MissingContentLength: [411, 'You must provide the Content-Length HTTP header.'],
  NoSuchBucket: [404, 'The specified bucket does not exist'],
  NoSuchKey: [404, 'The specified key does not exist.'],
  NoSuchUpload: [
    404,
    'The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted or completed.',
  ],
  NoSuchVersion: [404, 'The specified version does not exist.'],
  NotImplemented: [
    501,
    'A header or query parameter you provided implies functionality that is not implemented',
  ],
  NotModified: [304, 'Not Modified'],
  PreconditionFailed: [412, 'At least one of the pre-conditions you specified did not hold'],
  RequestTimeTooSkewed: [
    403,
    'The difference between the request time and the current time is too large.',
  ],
  SignatureDoesNotMatch: [
    403,
    'The request signature we calculated does not match the signature you provided. Check your key and signing method.',
  ],
  XAmzContentSHA256Mismatch: [
    400,
    'The provided x-amz-content-sha256 header does not match what was computed.',
  ],
} as const satisfies { readonly [code: string]: readonly [status: number, message: string] };
