/** As much of an answer as a line carries; half of its body when `isHalf`. */
export type Answer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly isHalf?: boolean;
};

/** What becomes of a call: an answer, or none because the line is cut. */
export type Fate = (pass: () => Promise<Answer>) => Promise<Answer | 'cut'>;

export const fair: Fate = (pass) => pass();

export const requestLost: Fate = async () => 'cut';

/** It arrives, and is done; nobody is told. */
export const answerLost: Fate = async (pass) => {
  await pass();
  return 'cut';
};

export const halfAnAnswer: Fate = async (pass) => ({ ...(await pass()), isHalf: true });

/** A call that is on its way for as long as a test wants. */
export function held() {
  const arrived = Promise.withResolvers<void>();
  const released = Promise.withResolvers<Fate>();
  const fate: Fate = async (pass) => {
    arrived.resolve();
    return (await released.promise)(pass);
  };
  return { fate, arrived: arrived.promise, release: released.resolve };
}

/** What never asks the server. A browser may read all of it, which is the worst case. */
export function says(
  status: number,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): Fate {
  const readable = {
    'access-control-allow-origin': '*',
    'access-control-expose-headers': 'Retry-After',
  };
  return async () => ({ status, body, headers: { ...readable, ...headers } });
}

export const crash = says(500, '{"message":"Internal server error"}');

export const badGateway = says(502, '<html><h1>502 Bad Gateway</h1></html>', {
  'content-type': 'text/html',
});

export const unavailable = says(503, '{"__type":"ServiceUnavailableException"}');

/** Of a renewal. */
export const ranOut = says(
  400,
  '{"__type":"NotAuthorizedException","message":"Refresh Token has expired"}',
);

/** A hotel's wifi, before its terms have been accepted. */
export const captivePortal = says(200, '<html><h1>Welcome to our free wifi</h1></html>', {
  'content-type': 'text/html',
});

export function tooMany(retryAfter: string): Fate {
  return says(429, '{"message":"Too Many Requests"}', { 'Retry-After': retryAfter });
}

export function refusal(problem: object): Fate {
  return says(422, JSON.stringify(problem), { 'content-type': 'application/problem+json' });
}
