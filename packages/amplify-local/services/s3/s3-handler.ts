import { randomUUID } from 'node:crypto';
import { account } from '../../template/arn.ts';
import { sessionToken } from '../iam/function-credentials.ts';
import type { Callers } from '../iam/iam-caller.ts';
import { requireAction, type S3Caller } from './authorize-request.ts';
import { operationFor } from './operations/operations.ts';
import type { Call, RequiredAction } from './operations/operation.ts';
import type { Storage } from './storage/open-storage.ts';
import { refuseUnknownHeaders } from './protocol/accepted-headers.ts';
import { failS3, failureResponse, isS3Failure } from './protocol/s3-failure.ts';
import {
  addressOf,
  refuseLongKey,
  type S3Request,
  type S3Response,
} from './protocol/s3-request.ts';
import { signatureIn, verifySignature, type Signature } from './protocol/request-signature.ts';
import { xmlResponse } from './protocol/xml-response.ts';
import type { Buckets } from './bucket-settings.ts';
import { corsHeaders, preflightResponse } from './cors-rules.ts';

export type S3HandlerDeps = {
  readonly storage: Storage;
  readonly buckets: () => Buckets;
  readonly callers: () => Callers;
  /** The secret key of a function, by its access key. */
  readonly secretKeyOf: (accessKey: string) => string;
  readonly log: (line: string) => void;
};

/** Answers a request. Administrators are answered where web pages have no access. */
export type S3Handler = (
  request: S3Request,
  who: 'functions' | 'administrators',
) => Promise<S3Response>;

/** S3 with the bucket in the path. */
export function createS3Handler(deps: S3HandlerDeps): S3Handler {
  const { storage, buckets, log } = deps;

  async function answer(
    request: S3Request,
    who: 'functions' | 'administrators',
  ): Promise<S3Response> {
    const { bucket: name, key } = addressOf(request);
    if (request.method === 'OPTIONS')
      return preflightResponse(request, buckets().get(name)?.corsRules);
    const signature = signatureIn(request) ?? failS3('AccessDenied');
    const caller = callerOf(request, signature, who, deps);
    const effective = signature.validFor === undefined ? request : withHeadersOfUrl(request);
    if (name === '' && request.method === 'GET') return listBuckets(caller, buckets());
    const bucketNamed = (wanted: string) => buckets().get(wanted) ?? failS3('NoSuchBucket');
    const bucket = bucketNamed(name);
    refuseLongKey(key);
    refuseUnknownHeaders(effective);
    const required = (action: RequiredAction) =>
      requireAction(caller, action, buckets().get(bucketIn(action)) ?? bucket);
    const call: Call = {
      request: effective,
      bucket,
      key,
      bucketNamed,
      require: required,
      may(action) {
        try {
          required(action);
          return true;
        } catch (thrown) {
          if (isS3Failure(thrown)) return false;
          throw thrown;
        }
      },
    };
    const operation = operationFor(effective, key);
    operation.actions(call).forEach(required);
    return operation.run(call, storage);
  }

  return async (request, who) => {
    const requestId = randomUUID();
    const response = await answer(request, who).catch((thrown: unknown) => {
      if (!isS3Failure(thrown)) log(`S3: ${String(thrown)}`);
      else if (thrown.note !== undefined) log(`IAM: ${thrown.note}`);
      return failureResponse(thrown, requestId);
    });
    const isPreflight = request.method === 'OPTIONS';
    const rules = isPreflight ? [] : corsRulesFor(request, buckets());
    const headers = { ...corsHeaders(request, rules), ...response.headers };
    return { ...response, headers: { ...headers, 'x-amz-request-id': requestId } };
  };
}

/** Responses without access have these headers too, so that a page can read why. */
function corsRulesFor(request: S3Request, buckets: Buckets) {
  const [, name = ''] = request.path.split('/');
  return buckets.get(name)?.corsRules ?? [];
}

function bucketIn({ resourceArn }: RequiredAction): string {
  return /^arn:aws:s3:::([^/]*)/.exec(resourceArn)?.[1] ?? '';
}

/** Its secret is the same, and known: it counts only where no web page is answered. */
const administratorKey = 'local';

function callerOf(
  request: S3Request,
  signature: Signature,
  who: 'functions' | 'administrators',
  { callers, secretKeyOf, storage }: S3HandlerDeps,
): S3Caller {
  const { accessKey, token } = signature;
  const isAdministrator = who === 'administrators' && accessKey === administratorKey;
  const caller = isAdministrator ? 'administrator' : callers().get(accessKey);
  if (!caller) return failS3('InvalidAccessKeyId');
  if (!isAdministrator && token !== sessionToken) failS3('InvalidToken');
  const secretKey = isAdministrator ? administratorKey : secretKeyOf(accessKey);
  verifySignature(request, signature, { secretKey, now: storage.now() });
  return caller;
}

/**
 * A presigned URL may have headers of S3's own in its query, where they are signed. As in AWS, a checksum in the
 * query is not verified: the presigner puts that of an empty body there. A header with a checksum is.
 */
function withHeadersOfUrl(request: S3Request): S3Request {
  const inQuery = [...request.query]
    .map(([name, value]) => [name.toLowerCase(), value] as const)
    .filter(([name]) => name.startsWith('x-amz-') && !notHeaders.test(name));
  return { ...request, headers: { ...Object.fromEntries(inQuery), ...request.headers } };
}

const notHeaders =
  /^x-amz-(algorithm|credential|date|expires|signedheaders|signature|security-token|checksum-(?!algorithm|type).*)$/;

function listBuckets(caller: S3Caller, buckets: Buckets): S3Response {
  if (caller !== 'administrator') failS3('AccessDenied');
  return xmlResponse('ListAllMyBucketsResult', {
    Owner: { ID: account },
    Buckets: { Bucket: [...buckets.keys()].map((Name) => ({ Name, CreationDate: new Date(0) })) },
  });
}
