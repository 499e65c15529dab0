import { expect, test } from 'vitest';
import { feedbackForm } from '#core/testing/feedback-form.ts';
import { signupForm } from '#core/testing/signup-form.ts';
import { openDeployment, tokenIn } from '../testing/typed-addresses-fixture.ts';

const ada = { name: 'Ada <b>https://evil.example</b>', email: 'ada@example.com' };
const other = { ...signupForm, id: 'other', title: 'Winter party' };

const problemOf = ({ statusCode, body }: { statusCode: number; body: Record<string, unknown> }) => [
  statusCode,
  body['code'],
];

test('an address that was typed gets one mail with fixed words, and the confirmation once it is verified', async () => {
  const { send, stream, verify, sent, lines, rows } = openDeployment();
  const id = await send(1, ada);
  expect(await stream()).toEqual([]);
  expect(sent).toHaveLength(1);
  const { mail } = sent[0] ?? expect.fail();
  expect(mail).toMatchObject({
    to: 'ada@example.com',
    subject: 'Is this your email address? Summer party',
  });
  expect(mail.text).toContain(`\n\nhttps://forms.example.org/entries/signup/${id}#verify=`);
  expect(mail.text + mail.html).not.toMatch(/Ada|evil/);

  expect(await verify(tokenIn(mail.text))).toMatchObject({
    statusCode: 200,
    body: { verified: true },
  });
  expect(await stream()).toEqual([]);
  expect(sent[1]?.mail).toMatchObject({
    to: 'ada@example.com',
    subject: 'Your entry has arrived: Summer party',
  });
  expect(sent[1]?.mail.text).toContain(`\n\nhttps://forms.example.org/entries/signup/${id}\n\n`);
  expect(sent[1]?.mail.text).not.toMatch(/Ada|evil|verify/);
  expect(lines.join()).not.toMatch(/ada@|verify=|evil/);
  expect(rows().replaceAll(JSON.stringify(ada), '')).not.toContain('ada@example.com');
});

test('opening the link sends and stores nothing, and pressing the button again changes nothing', async () => {
  const { send, stream, verify, sent, rows } = openDeployment();
  await send(1, ada);
  await stream();
  const token = tokenIn(sent[0]?.mail.text ?? '');
  await verify(token);
  await stream();
  const before = rows();
  expect(await verify(token)).toMatchObject({ statusCode: 200 });
  await stream();
  expect(sent).toHaveLength(2);
  expect(rows()).toBe(before);
});

test('what the same device sends later with this address is confirmed at once, and only that', async () => {
  const { send, stream, verify, sent } = openDeployment(other);
  await send(1, ada);
  await stream();
  await verify(tokenIn(sent[0]?.mail.text ?? ''));
  await stream();
  await send(2, { ...ada, email: 'ADA@example.com' });
  await stream();
  expect(sent.slice(2).map(({ mail }) => mail.subject)).toEqual([
    'Your entry has arrived: Summer party',
  ]);
  await send(3, ada, { form: 'other' });
  await send(4, { ...ada, email: 'bob@example.com' });
  await stream();
  expect(sent.slice(3).map(({ mail }) => mail.subject)).toEqual([
    'Is this your email address? Winter party',
    'Is this your email address? Summer party',
  ]);
  await send(5, ada, { device: 'b' });
  await stream();
  expect(sent.slice(5)).toEqual([]);
});

test('without an address, on hold, or withdrawn by then, an entry causes no mail', async () => {
  const { send, call, stream, sent } = openDeployment();
  await send(1, { name: 'Ada' });
  await send(2, ada, { isSolved: false });
  await call('DELETE', `/signup/${await send(3, ada)}`);
  expect(await stream()).toEqual([]);
  expect(sent).toEqual([]);
});

test('many devices that type one address cause one mail of a form a day, and three of all forms', async () => {
  const forms = [1, 2, 3, 4].map((it) => ({ ...signupForm, id: `form-${it}` }));
  const { send, stream, sent, lines, pass } = openDeployment(...forms);
  const spellings = ['v@example.com', 'V+1@example.com', 'v+2@EXAMPLE.com', 'v.@example.com'];
  for (let n = 0; n < 12; n += 1)
    await send(n, { ...ada, email: spellings[n % 3] ?? '' }, { device: `d${n}` });
  await stream();
  expect(sent).toHaveLength(1);
  expect(lines.filter((it) => it.includes('"outcome":"withheld"'))).toHaveLength(11);
  for (const [n, { id: form }] of forms.entries())
    await send(100 + n, { ...ada, email: 'v@example.com' }, { form, device: `d${n}` });
  await stream();
  expect(sent).toHaveLength(3);
  pass(24 * 3600);
  await send(200, { ...ada, email: 'v@example.com' });
  await stream();
  expect(sent).toHaveLength(4);
});

test('a form causes only so many mails to strangers in a day', async () => {
  const small = { ...signupForm, id: 'small', shield: { mailsPerDay: 2 } };
  const { send, stream, sent } = openDeployment(small);
  for (let n = 0; n < 5; n += 1)
    await send(n, { ...ada, email: `v${n}@example.com` }, { form: 'small', device: `d${n}` });
  await stream();
  expect(sent.map(({ mail }) => mail.to)).toEqual(['v0@example.com', 'v1@example.com']);
});

test('no other token verifies an address, and nothing is stored for it', async () => {
  const { send, stream, verify, call, sent, rows, pass, tokens } = openDeployment(other);
  const id = await send(1, ada);
  const second = await send(2, { name: 'Ada', email: 'bob@example.com' });
  await stream();
  const [token, bobs] = sent.map(({ mail }) => tokenIn(mail.text)) as [string, string];
  const [text = '', signature = ''] = token.split('.');
  const content = JSON.parse(Buffer.from(text, 'base64url').toString()) as unknown[];
  const altered = (at: number, value: unknown) => {
    const next = JSON.stringify(content.with(at, value));
    return `${Buffer.from(next).toString('base64url')}.${signature}`;
  };
  const before = rows();
  const invalid = [403, 'verification_invalid'];
  for (const forged of [
    altered(0, 'other'),
    altered(1, 'open#somebody-else'),
    altered(2, second),
    altered(3, 'another-digest'),
    altered(4, 9_999_999_999),
    `${text}.${bobs.split('.')[1]}`,
    `${text}.${'A'.repeat(22)}`,
    text,
    '',
    'x'.repeat(400),
  ])
    expect([forged, ...problemOf(await verify(forged))]).toEqual([forged, ...invalid]);
  expect(problemOf(await verify(token, 'other'))).toEqual(invalid);
  for (const body of [{}, { token: 7 }, { token, more: 1 }])
    expect(problemOf(await call('POST', '/signup/verification', { body }))).toEqual([
      400,
      'invalid_parameter',
    ]);
  const invitation = { form: 'signup', username: 'a', id, address: 'b', expires: 9_999_999_999 };
  expect(await tokens.open(await tokens.make(invitation))).toEqual(invitation);
  pass(8 * 24 * 3600);
  expect(problemOf(await verify(token))).toEqual([403, 'verification_expired']);
  expect(rows()).toBe(before);
});

test('the token opens nothing else: not the entry, and no other form has the route', async () => {
  const { send, stream, call, verify, sent } = openDeployment(feedbackForm);
  const id = await send(1, ada);
  await stream();
  const token = tokenIn(sent[0]?.mail.text ?? '');
  for (const headers of [{ Invitation: token }, { device: token.slice(0, 43) }]) {
    const { statusCode, body } = await call('GET', `/signup/${id}`, headers);
    expect(statusCode).toBeGreaterThanOrEqual(400);
    expect(JSON.stringify(body)).not.toContain('Ada');
  }
  expect(problemOf(await verify(token, 'feedback'))).toEqual([404, 'not_found']);
});

test('once the entry is withdrawn, erased or has another address, its link verifies nothing', async () => {
  const { send, stream, call, verify, sent, rows } = openDeployment();
  const ids = [await send(1, ada), await send(2, { ...ada, email: 'b@example.com' })];
  const third = await send(3, { ...ada, email: 'c@example.com' });
  await stream();
  await call('DELETE', `/signup/${ids[0]}`);
  await call('DELETE', `/signup/${ids[1]}?permanent=true`);
  const body = { ...ada, email: 'd@example.com' };
  await call('PUT', `/signup/${third}`, { body, 'If-Match': '"1"' });
  const before = rows();
  for (const { mail } of sent)
    expect(problemOf(await verify(tokenIn(mail.text)))).toEqual([410, 'gone']);
  expect(rows()).toBe(before);
});

test('erasing an entry, or everything of a device, forgets what was verified with it', async () => {
  for (const erase of ['/signup/ID?permanent=true', '/me?permanent=true']) {
    const { send, stream, call, verify, sent, rows, tokens } = openDeployment();
    const id = await send(1, ada);
    await stream();
    await verify(tokenIn(sent[0]?.mail.text ?? ''));
    await stream();
    const digest = await tokens.digestOf(ada.email);
    expect(rows()).toContain(digest);
    await call('DELETE', erase.replace('ID', id));
    expect(rows().replaceAll(/"verifications#[^"]+"/g, '')).not.toContain(digest);
    expect(rows()).not.toContain(ada.email);
  }
});
