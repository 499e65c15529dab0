import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createJsonLog, createLogFile, createTerminalLog } from './terminal-log.ts';

const id = '018f3c2e-7b1a-7000-8000-0123456789ab';
const other = '018f3c2e-7b1a-7000-8000-0123456789ac';

function shown(...lines: string[]): string[] {
  const all: string[] = [];
  const terminal = createTerminalLog((line) => void all.push(line));
  lines.forEach(terminal);
  return all;
}

const summaryOf = (requestId: string, form: string) =>
  `${requestId} ${JSON.stringify({ requestId, form })}`;

test('a request is one short line that names the form', () => {
  const summary = JSON.stringify({ requestId: id, route: 'submit', form: 'pwausers', ms: 70 });
  expect(shown(`${id} ${summary}`, `POST /{form} 201 75 ms ${id}`)).toEqual([
    'POST /pwausers 201 75 ms',
  ]);
});

test('ids of entries and unknown forms are not shown', () => {
  const read = JSON.stringify({ requestId: id, form: 'ride' });
  expect(shown(`${id} ${read}`, `GET /{form}/{id} 200 4 ms ${id}`)).toEqual([
    'GET /ride/{id} 200 4 ms',
  ]);
  expect(shown(`GET /{form} 404 4 ms ${id}`, `GET - 403 1 ms ${id}`)).toEqual([
    'GET /{form} 404 4 ms',
    'GET - 403 1 ms',
  ]);
});

test('a failure is named, and plain text the function printed is shown', () => {
  const failed = JSON.stringify({ requestId: id, form: 'ride', error: 'TypeError' });
  expect(
    shown(`${id} looking for a unicorn`, `${id} ${failed}`, `POST /{form} 500 9 ms ${id}`),
  ).toEqual(['looking for a unicorn', 'POST /ride 500 9 ms TypeError']);
});

test('simultaneous requests are not confused', () => {
  expect(
    shown(
      summaryOf(id, 'ride'),
      summaryOf(other, 'items'),
      `POST /{form} 201 5 ms ${other}`,
      `POST /{form} 201 6 ms ${id}`,
    ),
  ).toEqual(['POST /items 201 5 ms', 'POST /ride 201 6 ms']);
});

test('a failed function of a form is named beside its request, or on a line of its own', () => {
  const summary = JSON.stringify({
    requestId: id,
    form: 'ride',
    faults: { 'receipt: TypeError': 2 },
  });
  expect(
    shown(
      `${id} ${summary}`,
      `POST /{form} 201 5 ms ${id}`,
      `${id} {"sequence":"1","form":"ride","faults":{"confirmation.text: TypeError":1}}`,
    ),
  ).toEqual(['POST /ride 201 5 ms receipt: TypeError', 'ride confirmation.text: TypeError']);
});

test('a mail is one short line; metrics and other JSON are not shown; other lines are unchanged', () => {
  const metrics = '"MailsSent":1,"_aws":{"Timestamp":1}';
  expect(
    shown(
      `${id} {"sequence":"1","form":"ride","mail":"confirmation","outcome":"sent",${metrics}}`,
      `${id} {"sequence":"1","form":"ride","mail":"notice","outcome":"stuck","code":"http_500"}`,
      `${id} {"sequence":"1","outcome":"stuck","code":"TypeError"}`,
      `${id} {"_aws":{"Timestamp":1}}`,
      'SignUp: ok',
      'Alarm: Mail was given up.',
      '{ not JSON',
    ),
  ).toEqual([
    'mail confirmation of ride sent',
    'mail notice of ride stuck (http_500)',
    'mail stuck (TypeError)',
    'SignUp: ok',
    'Alarm: Mail was given up.',
    '{ not JSON',
  ]);
});

test('the file has every line in full, and starts empty', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'formstead-log-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'state', 'cloud.log');
  createLogFile(file)('from before');
  await expect.poll(() => readFileSync(file, 'utf8')).toContain('from before');
  createLogFile(file)(`POST /{form} 201 75 ms ${id}`);
  await expect
    .poll(() => readFileSync(file, 'utf8'))
    .toMatch(new RegExp(String.raw`^\d{4}-\S+Z POST /\{form\} 201 75 ms ${id}\n$`));
});

test('for other programs every line is one JSON object', () => {
  const all: unknown[] = [];
  const log = createJsonLog((line) => void all.push(JSON.parse(line)));
  log(summaryOf(id, 'ride'));
  log(`POST /{form} 201 75 ms ${id}`);
  log(`GET /{form} aborted 9 ms ${id}`);
  log(`${id} looking for a unicorn`);
  expect(all).toEqual([
    { requestId: id, form: 'ride' },
    { requestId: id, method: 'POST', path: '/{form}', status: 201, ms: 75 },
    { requestId: id, method: 'GET', path: '/{form}', status: 'aborted', ms: 9 },
    { text: 'looking for a unicorn' },
  ]);
});
