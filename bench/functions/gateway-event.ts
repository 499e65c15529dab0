/** An event as API Gateway sends it, with the fields that only other frameworks' routers read. */
export type Operation = 'POST' | 'GET' | 'LIST';

const id = '018f3c2e-7b1a-7000-8000-0123456789ab';

let last = 0;

/**
 * A new submission each time. Its id is counted, not random, because the first use of randomness loads all of
 * crypto.
 */
export function eventFor(operation: Operation): object {
  const one = operation === 'GET';
  const path = one ? `/pwausers/${id}` : '/pwausers';
  const resource = one ? '/{form}/{id}' : '/{form}';
  const httpMethod = operation === 'POST' ? 'POST' : 'GET';
  const headers = {
    Accept: 'application/json',
    'Content-Type': 'application/json',
    Host: 'a1b2c3d4e5.execute-api.us-east-1.amazonaws.com',
    'Idempotency-Key': newId(),
    'User-Agent': 'bench',
    'X-Forwarded-For': '203.0.113.7',
    'X-Forwarded-Port': '443',
    'X-Forwarded-Proto': 'https',
  };
  return {
    resource,
    path,
    httpMethod,
    headers,
    multiValueHeaders: Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, [value]]),
    ),
    queryStringParameters: null,
    multiValueQueryStringParameters: null,
    pathParameters: { form: 'pwausers', ...(one && { id }) },
    stageVariables: null,
    requestContext: {
      resourcePath: resource,
      httpMethod,
      path: `/v1${path}`,
      stage: 'v1',
      domainName: headers.Host,
      protocol: 'HTTP/1.1',
      accountId: '000000000000',
      apiId: 'a1b2c3d4e5',
      requestId: newId(),
      requestTimeEpoch: Date.now(),
      identity: { sourceIp: '203.0.113.7', userAgent: 'bench' },
      authorizer: { claims: { sub: id, 'cognito:username': id } },
    },
    body: operation === 'POST' ? JSON.stringify(answers) : null,
    isBase64Encoded: false,
  };
}

function newId(): string {
  last += 1;
  return `018f3c2e-7b1a-7000-8000-${String(last).padStart(12, '0')}`;
}

const answers = {
  fname: 'Mickey',
  lname: 'Mouse',
  email: 'mickey@example.com',
  phone: '+14155552671',
};

/** A stored entry, for a fake database. */
export const storedItem = {
  pk: { S: `user#${id}` },
  sk: { S: `entry#pwausers#${id}` },
  formKey: { S: 'form#pwausers' },
  formOrder: { S: `2026-01-01T00:00:00.000Z#${id}` },
  id: { S: id },
  form: { S: 'pwausers' },
  formVersion: { N: '1' },
  username: { S: id },
  answers: {
    M: Object.fromEntries(Object.entries(answers).map(([name, value]) => [name, { S: value }])),
  },
  version: { N: '1' },
  createdAt: { S: '2026-01-01T00:00:00.000Z' },
  updatedAt: { S: '2026-01-01T00:00:00.000Z' },
};
