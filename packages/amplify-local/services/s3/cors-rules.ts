import type { Reader } from '../../template/property-reader.ts';
import { failS3 } from './protocol/s3-failure.ts';
import { headerOf, type S3Request, type S3Response } from './protocol/s3-request.ts';

/** Which pages may send what to a bucket. */
export type CorsRule = {
  /** Each may have one `*`. */
  readonly origins: readonly string[];
  readonly methods: readonly string[];
  /** Of requests; each may have one `*`. */
  readonly headers: readonly string[];
  /** Of responses. */
  readonly exposedHeaders: readonly string[];
  /** Seconds that a browser may remember it. */
  readonly maxAge: number | undefined;
};

export function readCorsRules(configuration: Reader): readonly CorsRule[] {
  configuration.nothingBut(['CorsRules']);
  return configuration.each('CorsRules').map((rule) => {
    rule.nothingBut([
      'AllowedHeaders',
      'AllowedMethods',
      'AllowedOrigins',
      'ExposedHeaders',
      'Id',
      'MaxAge',
    ]);
    rule.onlyTexts('AllowedMethods', 'GET', 'HEAD', 'PUT', 'POST', 'DELETE');
    return {
      origins: rule.texts('AllowedOrigins') ?? rule.refuse('AllowedOrigins', 'is missing'),
      methods: rule.texts('AllowedMethods') ?? rule.refuse('AllowedMethods', 'is missing'),
      headers: rule.texts('AllowedHeaders') ?? [],
      exposedHeaders: rule.texts('ExposedHeaders') ?? [],
      maxAge: rule.integer('MaxAge'),
    };
  });
}

/** Answers the question that a browser asks before a request. */
export function preflightResponse(
  request: S3Request,
  rules: readonly CorsRule[] | undefined,
): S3Response {
  const origin = headerOf(request, 'origin');
  const method = headerOf(request, 'access-control-request-method');
  const requested = (headerOf(request, 'access-control-request-headers') ?? '')
    .split(',')
    .map((it) => it.trim().toLowerCase())
    .filter((it) => it !== '');
  if (origin === undefined || method === undefined)
    return failS3('AccessForbidden', 'Insufficient information. Origin request header needed.');
  if (rules === undefined) return failS3('AccessForbidden', 'CORSResponse: Bucket not found');
  if (rules.length === 0)
    return failS3('AccessForbidden', 'CORSResponse: CORS is not enabled for this bucket.');
  const rule = rules.find(
    (it) =>
      allows(it, origin, method) &&
      requested.every((header) => it.headers.some((one) => isLike(one.toLowerCase(), header))),
  );
  if (!rule) return failS3('AccessForbidden');
  return {
    status: 200,
    headers: {
      ...headersFor(rule, origin),
      'access-control-allow-headers': requested.length > 0 ? requested.join(', ') : undefined,
      'access-control-max-age': rule.maxAge === undefined ? undefined : String(rule.maxAge),
    },
  };
}

/** The headers that let a page read a response. */
export function corsHeaders(
  request: S3Request,
  rules: readonly CorsRule[],
): Readonly<Record<string, string | undefined>> {
  const origin = headerOf(request, 'origin');
  const rule = rules.find((it) => origin !== undefined && allows(it, origin, request.method));
  return rule && origin !== undefined ? headersFor(rule, origin) : {};
}

function headersFor(rule: CorsRule, origin: string): Record<string, string | undefined> {
  const isForAll = rule.origins.includes('*');
  return {
    'access-control-allow-origin': isForAll ? '*' : origin,
    'access-control-allow-methods': rule.methods.join(', '),
    'access-control-allow-credentials': isForAll ? undefined : 'true',
    'access-control-expose-headers':
      rule.exposedHeaders.length > 0 ? rule.exposedHeaders.join(', ') : undefined,
    vary: 'Origin, Access-Control-Request-Headers, Access-Control-Request-Method',
  };
}

function allows({ origins, methods }: CorsRule, origin: string, method: string): boolean {
  return methods.includes(method) && origins.some((it) => isLike(it, origin));
}

function isLike(pattern: string, value: string): boolean {
  const [before = '', after] = pattern.split('*', 2);
  if (after === undefined) return pattern === value;
  const isLongEnough = value.length >= before.length + after.length;
  return isLongEnough && value.startsWith(before) && value.endsWith(after);
}
