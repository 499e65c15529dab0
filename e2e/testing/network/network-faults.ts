/** A response as a proxy passes it on. With `isHalf`, only half of the body. */
export type ProxyResponse = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly isHalf?: boolean;
};

/** A request that reached a proxy. */
export type ProxiedRequest = {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly method: string;
  readonly path: string;
  /** The request's `Idempotency-Key`. */
  readonly key: string | undefined;
  /** The Cognito operation. */
  readonly operation: string | undefined;
};

/** Decides what happens to a request: a response, or a cut connection. It may forward it any number of times. */
export type NetworkFault = (
  forward: () => Promise<ProxyResponse>,
  request: ProxiedRequest,
) => Promise<ProxyResponse | 'cut'>;

export const noFault: NetworkFault = (forward) => forward();

export const requestLost: NetworkFault = async () => 'cut';

/** The request arrives and is processed, but its response is lost. */
export const responseLost: NetworkFault = async (forward) => {
  await forward();
  return 'cut';
};

export const halfAResponse: NetworkFault = async (forward) => ({
  ...(await forward()),
  isHalf: true,
});

/** A request that stays on the way until the test releases it. */
export function pausedRequest() {
  const arrived = Promise.withResolvers<void>();
  const released = Promise.withResolvers<NetworkFault>();
  const fault: NetworkFault = async (forward, request) => {
    arrived.resolve();
    return (await released.promise)(forward, request);
  };
  return { fault, arrived: arrived.promise, release: released.resolve };
}

/**
 * A response that does not come from the server. CORS allows a browser to read all of it, which is the worst
 * case.
 */
export function respondWith(
  status: number,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): NetworkFault {
  const readable = {
    'access-control-allow-origin': '*',
    'access-control-expose-headers': 'Retry-After',
  };
  return async () => ({ status, body, headers: { ...readable, ...headers } });
}

export const serverError = respondWith(500, '{"message":"Internal server error"}');

export const badGateway = respondWith(502, '<html><h1>502 Bad Gateway</h1></html>', {
  'content-type': 'text/html',
});

export const unavailable = respondWith(503, '{"__type":"ServiceUnavailableException"}');

/** Cognito's response to a renewal. */
export const refreshTokenExpired = respondWith(
  400,
  '{"__type":"NotAuthorizedException","message":"Refresh Token has expired"}',
);

/** A hotel's Wi-Fi, before its terms are accepted. */
export const captivePortal = respondWith(200, '<html><h1>Welcome to our free wifi</h1></html>', {
  'content-type': 'text/html',
});

export function tooManyRequests(retryAfter: string): NetworkFault {
  return respondWith(429, '{"message":"Too Many Requests"}', { 'Retry-After': retryAfter });
}

export function problemResponse(problem: object): NetworkFault {
  return respondWith(422, JSON.stringify(problem), { 'content-type': 'application/problem+json' });
}
