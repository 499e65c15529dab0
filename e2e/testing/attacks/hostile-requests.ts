/** One long table of requests that an attacker, or a broken client, might send. */
import { gzipSync } from 'node:zlib';

/** Part of every value below; no response may contain it. */
export const canary = 'zq9marker';

export type BadRequest = {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
};

export type Row = readonly [what: string, status: number, code: string, request: BadRequest];

const mickey = { fname: 'Mickey', lname: 'Mouse' };
const fork = { name: 'Garden fork', category: 'garden', price: 34.5 };
const id = '018f3c2e-7b1a-7000-8000-0123456789ab';

const to = (form: string, body: string | Buffer): BadRequest => ({
  method: 'POST',
  path: form,
  headers: { 'Content-Type': 'application/json' },
  body,
});

/** Answers to a form, one of them wrong. Each must be answered 422 with the name of the field. */
const answering =
  (form: string, good: object) =>
  (field: string, values: readonly (readonly [what: string, value: unknown])[]): Row[] =>
    values.map(([what, value]) => [
      `${form}.${field}: ${what}`,
      422,
      'invalid',
      to(form, JSON.stringify({ ...good, [field]: value })),
    ]);

const pwausers = answering('pwausers', mickey);
const products = answering('products', fork);
const items = answering('items', { title: 'a' });

const notText = [
  ['a number', 7],
  ['true', true],
  ['a list', [canary]],
  ['an object', { $ne: canary }],
] as const;

const hostileText = [
  ['half a surrogate pair', `${canary}\ud800`],
  ['the other half', `\udc00${canary}`],
  ['a replacement character', `${canary}\ufffd`],
  ['what is no character', `${canary}\ufffe`],
  ['what is no character of another plane', `${canary}\u{1ffff}`],
  ['31 marks on a letter', `${canary}${'\u0301'.repeat(31)}`],
] as const;

const invisible = [
  ['nothing', ''],
  ['null', null],
  ['spaces', '   '],
  ['a no-break space', '\u00a0'],
  ['a zero-width space', '\u200b'],
  ['a zero-width joiner', '\u200d'],
  ['a byte order mark', '\ufeff'],
  ['a soft hyphen', '\u00ad'],
  ['a Hangul filler', '\u3164'],
  ['blank Braille', '\u2800'],
  ['an empty list', []],
] as const;

const texts: Row[] = [
  ...pwausers('fname', [...notText, ...hostileText, ...invisible]),
  ...pwausers('fname', [
    ['81 characters', canary.padEnd(81, 'x')],
    ['81 emoji', '🦄'.repeat(81)],
    ['81 families', '👩‍👩‍👧‍👦'.repeat(81)],
    ['one emoji without end', `👩${'\u200d👩'.repeat(5000)}`],
  ]),
  ...items('title', [...notText, ['201 characters', canary.padEnd(201, 'x')]]),
  ...products('description', [
    ['2001 characters', canary.padEnd(2001, 'x')],
    ['half a surrogate pair', `${canary}\ud800`],
  ]),
];

const addresses: Row[] = [
  ...pwausers('email', [
    ...notText,
    ['no @', canary],
    ['nothing after the @', `${canary}@`],
    ['nothing before the @', `@${canary}.com`],
    ['no dot', `a@${canary}`],
    ['a space', `a b@${canary}.com`],
    ['65 characters before the @', `${canary.padEnd(65, 'x')}@example.com`],
    ['255 characters', `a@${canary.padEnd(249, 'x')}.com`],
    ['a second header', `a@example.com\r\nBcc: ${canary}@example.com`],
    ['two addresses', `a@example.com,${canary}@example.com`],
    ['a name and an address', `Mickey <${canary}@example.com>`],
    ['a slash that is none', `a@${canary}\u2044.example`],
    ['letters of two alphabets', `a@${canary}\u0430.example`],
    ['65 bytes before the @', `${'й'.repeat(33)}@${canary}.example`],
    ['numbers for a host', 'a@127.0.0.1'],
  ]),
  ...pwausers('phone', [
    ...notText,
    ['words', `call ${canary}`],
    ['three digits', '123'],
    ['16 digits', '1234567890123456'],
    ['two plus signs', '++448081570192'],
    ['a statement', `1234567' OR '${canary}`],
    ['a country there is not', '+9991234567'],
    ['two numbers', '+49 30 123456 / +49 30 654321'],
    ['a number without end', '+49 30 12345678901234567890'],
  ]),
  ...products('image', [
    ...notText,
    ['a script', `javascript:alert('${canary}')`],
    ['a script, in disguise', ` jAvAsCrIpT:alert('${canary}')`],
    ['data', `data:text/html,<script>${canary}</script>`],
    ['http', `http://${canary}.example`],
    ['ftp', `ftp://${canary}.example`],
    ['a file', `file:///etc/${canary}`],
    ['a blob', `blob:https://${canary}.example/1`],
    ['a slash that is none', `https://${canary}\u2044.example`],
    ['a name before the host, behind a slash that is none', `https://${canary}\u2215@example.com`],
    ['letters of two alphabets', `https://${canary}\u0430.example`],
    ['a port there is not', `https://${canary}.example:99999`],
    ['a backslash', `https://${canary}.example\\@example.com`],
    ['a word', canary],
    ['no host', 'https://'],
    ['no host but a path', `https:///${canary}`],
    ['no slashes', `https:${canary}.example`],
    ['a space in the host', `https://a ${canary}.example`],
    ['2001 characters', `https://example.com/${canary.padEnd(1981, 'x')}`],
  ]),
];

const choices: Row[] = [
  ...pwausers('source', [
    ['an unknown option', canary],
    ['what every object has', 'toString'],
    ['a prototype', '__proto__'],
    ['a number', 1],
    ['a list of one option', ['friend']],
    ['an option in capitals', 'FRIEND'],
  ]),
  ...pwausers('news', [
    ['the word true', 'true'],
    ['one', 1],
    ['on', 'on'],
    ['an object', { [canary]: true }],
  ]),
  ...items('status', [
    ['an unknown option', canary],
    ['42', 42],
    ['an object', {}],
    ['a list', ['done']],
  ]),
  ...products('category', [
    ['nothing', undefined],
    ['an unknown option', canary],
    ['a list', ['garden']],
    ['constructor', 'constructor'],
  ]),
];

/** As JSON texts, because `JSON.stringify` does not produce these. */
const number = (form: string, what: string, json: string): Row => [
  `${form}: ${what}`,
  422,
  'invalid',
  to(form, json),
];
const price = (what: string, json: string) =>
  number('products', `a price of ${what}`, `{"name":"a","category":"home","price":${json}}`);
const latitude = (what: string, json: string) =>
  number('ride', `a latitude of ${what}`, `{"PickupLocation":{"Latitude":${json},"Longitude":0}}`);

const numbers: Row[] = [
  price('1e400', '1e400'),
  price('-1e400', '-1e400'),
  price('1e-200, which the table cannot hold', '1e-200'),
  price('1e200', '1e200'),
  price('one more than 2^53', '9007199254740993'),
  price('-1', '-1'),
  price('a cent too much', '1000000.01'),
  price('a number in quotes', '"34.5"'),
  price('a word', `"${canary}"`),
  price('true', 'true'),
  price('a list', '[34.5]'),
  price('an object', '{"valueOf":1}'),
  price('null', 'null'),
  latitude('1e400', '1e400'),
  latitude('1e-200, which the table cannot hold', '1e-200'),
  latitude('-1e-200', '-1e-200'),
  latitude('90.000001', '90.000001'),
  latitude('-91', '-91'),
  latitude('a number in quotes', '"47.6"'),
  latitude('null', 'null'),
  latitude('true', 'true'),
  latitude('a list', '[47.6]'),
  number('ride', 'a longitude of 181', '{"PickupLocation":{"Latitude":0,"Longitude":181}}'),
  number('ride', 'a latitude alone', '{"PickupLocation":{"Latitude":0}}'),
  number('ride', 'two numbers', '{"PickupLocation":[47.6,-122.3]}'),
  number('ride', 'a place in words', `{"PickupLocation":"${canary}"}`),
  number(
    'ride',
    'a place with more to it',
    `{"PickupLocation":{"Latitude":0,"Longitude":0,"Altitude":"${canary}"}}`,
  ),
  number(
    'ride',
    'a place with a prototype',
    `{"PickupLocation":{"Latitude":0,"Longitude":0,"__proto__":{"${canary}":1}}}`,
  ),
];

// oxfmt-ignore
const assigned = [
  'id', 'username', 'version', 'form', 'formVersion', 'answers', 'derived',
  'createdAt', 'updatedAt', 'deletedAt', 'expiresAt',
  'pk', 'sk', 'formKey', 'formOrder', 'operations', 'ttl',
  'userId', 'itemId', 'PwaUserId', 'Message', 'role', 'groups', 'isAdmin',
  'cognito:username', 'cognito:groups', 'requestContext',
  '__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty',
  'FNAME', 'fname ', 'fname\u0000', 'fname.first', 'fname[]', '', ' ', '$where',
];

const massAssignment: Row[] = assigned.map((name) => [
  `sets ${JSON.stringify(name)}`,
  422,
  'invalid',
  // By hand: an object literal would lose `__proto__`.
  to('pwausers', `{"fname":"Mickey","lname":"Mouse",${JSON.stringify(name)}:"${canary}"}`),
]);

const malformed = (what: string, body: string | Buffer): Row => [
  what,
  400,
  'malformed',
  to('pwausers', body),
];
const noObject = (what: string, body: string): Row => [what, 422, 'invalid', to('pwausers', body)];
const inName = (...bytes: number[]) =>
  Buffer.concat([
    Buffer.from('{"fname":"'),
    Buffer.from(bytes),
    Buffer.from(`${canary}","lname":"Mouse"}`),
  ]);

const bodies: Row[] = [
  malformed('nothing', ''),
  malformed('blanks', '  \n'),
  malformed('half an object', `{"fname":"${canary}"`),
  malformed('single quotes', `{'fname':'${canary}'}`),
  malformed('a comma too many', `{"fname":"${canary}",}`),
  malformed('a comment', `{"fname":"${canary}"/* lname */}`),
  malformed('NaN', '{"fname":NaN}'),
  malformed('undefined', '{"fname":undefined}'),
  malformed('a number that starts with 0', '{"fname":007}'),
  malformed('two objects', `${JSON.stringify(mickey)}${JSON.stringify(mickey)}`),
  malformed('a byte order mark', `\ufeff${JSON.stringify(mickey)}`),
  malformed('UTF-16', Buffer.from(JSON.stringify(mickey), 'utf16le')),
  malformed('gzip', gzipSync(JSON.stringify(mickey))),
  malformed('XML', `<fname>${canary}</fname>`),
  malformed('a query string', `fname=${canary}&lname=Mouse`),
  malformed('a raw line break in a string', `{"fname":"${canary}\n"}`),
  noObject('null', 'null'),
  noObject('true', 'true'),
  noObject('a number', '7'),
  noObject('a string', `"${canary}"`),
  noObject('a list', '[]'),
  noObject('a list of answers', JSON.stringify([mickey])),
  noObject('an empty object', '{}'),
  noObject(
    '500 keys',
    JSON.stringify(Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`k${i}`, canary]))),
  ),
  [
    'a key twice',
    400,
    'repeated_key',
    to('pwausers', `{"fname":"A","lname":"B","fname":"${canary}"}`),
  ],
  [
    'a key twice, once in escapes',
    400,
    'repeated_key',
    to('pwausers', `{"fname":"A","lname":"B","\\u0066name":"${canary}"}`),
  ],
  ['17 lists in each other', 400, 'too_deep', to('pwausers', `${'['.repeat(17)}${']'.repeat(17)}`)],
  [
    '17 objects in each other',
    400,
    'too_deep',
    to('pwausers', `${'{"a":'.repeat(17)}1${'}'.repeat(17)}`),
  ],
  ['60 000 brackets', 400, 'too_deep', to('pwausers', '['.repeat(60_000))],
  ['a byte more than 64 KB', 413, 'too_large', to('pwausers', `"${'x'.repeat(64 * 1024 - 1)}"`)],
  [
    '64 KB in characters, more in bytes',
    413,
    'too_large',
    to('pwausers', `"${'é'.repeat(40_000)}"`),
  ],
  ['a byte that is no UTF-8', 422, 'invalid', to('pwausers', inName(0xff, 0xfe))],
  ['an overlong slash', 422, 'invalid', to('pwausers', inName(0xc0, 0xaf))],
  ['a character cut short', 422, 'invalid', to('pwausers', inName(0xe2, 0x82))],
  ['a surrogate in UTF-8', 422, 'invalid', to('pwausers', inName(0xed, 0xa0, 0x80))],
];

const good = JSON.stringify(mickey);
const withType = (what: string, type: string | undefined): Row => [
  `content type: ${what}`,
  415,
  'not_json',
  {
    method: 'POST',
    path: 'pwausers',
    body: good,
    headers: type === undefined ? {} : { 'Content-Type': type },
  },
];
const withKey = (what: string, key: string): Row => [
  `key: ${what}`,
  400,
  'invalid_parameter',
  {
    ...to('pwausers', good),
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
  },
];

const headers: Row[] = [
  withType('none', undefined),
  withType('text', 'text/plain'),
  withType('text/json', 'text/json'),
  withType('a form', 'application/x-www-form-urlencoded'),
  withType('a form in parts', 'multipart/form-data; boundary=x'),
  withType('JSON by another name', 'application/vnd.api+json'),
  withType('JSON with a p', 'application/jsonp'),
  withType('two types', 'application/json, text/plain'),
  withType('nonsense', canary),
  withType('JSON, ten thousand blanks and a letter', `application/json${' '.repeat(10_000)}x`),
  withType('JSON in UTF-16', 'application/json; charset=utf-16'),
  withType('JSON in two character sets', 'application/json; charset=utf-8; charset=utf-16'),
  withType('JSON with half a quote', 'application/json; charset="utf-8'),
  withKey('empty', ''),
  withKey('a number', '1'),
  withKey('a word', canary),
  withKey('a UUID in braces', `{${id}}`),
  withKey('a UUID without hyphens', id.replaceAll('-', '')),
  withKey('a UUID and a separator', `${id}#${canary}`),
  withKey('two UUIDs', `${id},${id}`),
  withKey('the nil UUID', '00000000-0000-0000-0000-000000000000'),
  withKey('the max UUID', 'ffffffff-ffff-ffff-ffff-ffffffffffff'),
  withKey('a UUID of no version', '018f3c2e-7b1a-0000-8000-0123456789ab'),
  withKey('a path', `../${canary}`),
  withKey('4 KB', canary.padEnd(4096, 'x')),
];

const listing = (what: string, query: string): Row => [
  `list: ${what}`,
  400,
  'invalid_parameter',
  { path: `pwausers?${query}` },
];

const queries: Row[] = [
  ...[
    '0',
    '-1',
    '101',
    '1e2',
    '1.5',
    '0x10',
    '',
    '%20',
    'all',
    canary,
    '999999999999',
    '%EF%BC%95',
  ].map((limit) => listing(`a limit of ${limit || 'nothing'}`, `limit=${limit}`)),
  listing('two limits, the last too large', 'limit=1&limit=500'),
  listing('an empty cursor', 'cursor='),
  listing('a cursor of words', `cursor=${canary}`),
  listing('another person’s key for a cursor', 'cursor=user%23eve'),
  listing('a whole UUID for a cursor', `cursor=${id}`),
  listing('a cursor one character too long', `cursor=${'A'.repeat(23)}`),
  listing('a cursor that is no UUID', `cursor=${'_'.repeat(22)}`),
  listing(
    'a table’s key for a cursor',
    `cursor=${Buffer.from('{"pk":"user#eve","sk":"entry#pwausers#"}').toString('base64url')}`,
  ),
  listing('a cursor with NUL', `cursor=${'A'.repeat(21)}%00`),
];

const erasing = (what: string, query: string): Row => [
  `erasing everything: ${what}`,
  400,
  'invalid_parameter',
  { method: 'DELETE', path: `me${query}` },
];

const erasures: Row[] = [
  erasing('without permanent=true', ''),
  erasing('not permanently', '?permanent=false'),
  erasing('permanently, in capitals', '?permanent=TRUE'),
  erasing('permanently, as a number', '?permanent=1'),
  erasing('permanently, and then not', '?permanent=true&permanent=false'),
  erasing('of somebody else, not permanently', `?username=${canary}`),
  ['erasing one entry of nobody', 404, 'not_found', { method: 'DELETE', path: `me/${id}` }],
];

const missing = (path: string): Row => [`GET ${path}`, 404, 'not_found', { path }];

// oxfmt-ignore
const badIds = [
  canary, '1', 'null', 'undefined', '%20', '%00', '%ff', '%', '%2e%2e', '*', '%2a',
  '..%2f..%2fitems', '%2Fetc%2Fpasswd', 'entry%23pwausers%23x', 'user%23eve', '%7B%22S%22%3A%221%22%7D',
  `${id}%20`, `${id}%00`, `${id}%23x`, `%23${id}`, `${id};x=1`, `${id},${id}`, `${id}~`,
  `%30${id.slice(1)}`, `%2530${id.slice(1)}`,
  'AY88LnsacACAAAEjRWeJqw', '00000000-0000-0000-0000-000000000000',
];

// oxfmt-ignore
const badForms = [
  'PWAUSERS', 'pwausers%20', 'pwausers%00', 'pwausers%23', '%70wausers', '%2570wausers',
  'constructor', '__proto__', 'toString', 'entries', canary,
];

const paths: Row[] = [...badIds.map((it) => missing(`pwausers/${it}`)), ...badForms.map(missing)];

// oxfmt-ignore
const badFileIds = [
  canary, '%00', '%ff', '..%2f..%2fitems', '%2Fetc%2Fpasswd', `${id}.jpg`, `${id}%20`, `${id}.small`,
  `${id}.small.small`, `${id}%2esmall`,
];

/** Of a file that does not exist, or of no possible one. */
const filePaths: Row[] = badFileIds.flatMap((it): Row[] => {
  const path = `pwausers/${id}/files/${it}`;
  return [
    missing(path),
    missing(`${path}?small=true`),
    missing(`pwausers/${it}/files/${id}`),
    [`POST ${path}`, 404, 'not_found', { method: 'POST', path }],
    [`POST ${path}/arrival`, 404, 'not_found', { method: 'POST', path: `${path}/arrival` }],
  ];
});

/** Ways to ask for a small copy that mean neither yes nor no. */
const smallCopies: Row[] = ['small=', 'small=1', 'small=TRUE', `small=${canary}`].map(
  (query): Row => [
    `a small copy by ${query}`,
    400,
    'invalid_parameter',
    { path: `pwausers/${id}/files/${id}?${query}` },
  ],
);

const uploading = (
  what: string,
  status: number,
  code: string,
  body: string,
  type = 'json',
): Row[] =>
  ['', '/arrival'].map((end) => [
    `a file${end}, with ${what}`,
    status,
    code,
    {
      ...to(`pwausers/${id}/files/${id}${end}`, body),
      headers: { 'Content-Type': `application/${type}` },
    },
  ]);

const uploads: Row[] = [
  ...uploading('no JSON', 400, 'malformed', `{"upload":${canary}`),
  ...uploading('another type', 415, 'not_json', `{"upload":"${canary}"}`, 'xml'),
  ...uploading('a repeated key', 400, 'repeated_key', `{"upload":"${canary}","upload":"a"}`),
  ...uploading('deep nesting', 400, 'too_deep', '['.repeat(99) + canary),
  ...uploading('a long upload', 413, 'too_large', JSON.stringify({ upload: canary.repeat(999) })),
  ...[
    `["${canary}"]`,
    `{"key":"${canary}"}`,
    `{"upload":{"$ne":"${canary}"}}`,
    'null',
    '7',
  ].flatMap((body) => uploading(`the body ${body}`, 400, 'invalid_parameter', body)),
  ...uploading('an unknown upload', 404, 'not_found', JSON.stringify({ upload: `../${canary}` })),
];

const gateway = (method: string, path: string): Row => [
  `${method} ${path}`,
  403,
  'Missing Authentication Token',
  { method, path },
];

const unserved: Row[] = [
  gateway('PATCH', 'pwausers'),
  gateway('PUT', 'pwausers'),
  gateway('DELETE', 'pwausers'),
  gateway('DELETE', 'pwausers?permanent=true'),
  gateway('GET', 'me'),
  gateway('POST', 'me'),
  gateway('PUT', 'me'),
  gateway('PATCH', `pwausers/${id}`),
  gateway('GET', ''),
  gateway('GET', 'a/b/c/d/e'),
  gateway('GET', `../v2/pwausers`),
  gateway('POST', `pwausers/${id}/${canary}`),
  gateway('GET', `pwausers/${id}/files`),
  gateway('PUT', `pwausers/${id}/files/${id}`),
  gateway('DELETE', `pwausers/${id}/files/${id}`),
  gateway('POST', `pwausers/responses/${id}/${id}/files/${id}`),
  gateway('GET', 'pwausers//a/b'),
  ['eleven megabytes', 413, 'Request Too Long', to('pwausers', 'x'.repeat(11 * 1024 * 1024))],
];

/** Each is sent by somebody who is signed in. */
export const badRequests: readonly Row[] = [
  ...texts,
  ...addresses,
  ...choices,
  ...numbers,
  ...massAssignment,
  ...bodies,
  ...headers,
  ...queries,
  ...erasures,
  ...paths,
  ...filePaths,
  ...smallCopies,
  ...uploads,
  ...unserved,
];
