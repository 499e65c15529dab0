/** A backend written as Amplify's documentation shows, which knows nothing of this package. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { DynamoDB } from '@aws-sdk/client-dynamodb';
import { S3 } from '@aws-sdk/client-s3';
import { Amplify } from 'aws-amplify';
import { confirmSignUp, fetchAuthSession, signIn, signUp } from 'aws-amplify/auth';
import { parseAmplifyConfig } from 'aws-amplify/utils';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { takeTurn } from '../../tools/testing/take-turn.ts';

type Outputs = Parameters<typeof parseAmplifyConfig>[0] & {
  readonly custom: {
    readonly API: { readonly [name: string]: { readonly endpoint: string } };
    readonly userPoolEndpoint: string;
    readonly awsEndpoint: string;
    readonly storageEndpoint: string;
  };
  readonly storage: { readonly bucket_name: string };
};

const repository = resolve(import.meta.dirname, '../..');
const project = mkdtempSync(join(tmpdir(), 'guestbook-'));
let cloud: ChildProcess;
let printed = '';

beforeAll(async () => {
  cpSync(join(import.meta.dirname, 'testing/other-backend'), project, { recursive: true });
  // What `npm install` would leave there.
  symlinkSync(join(repository, 'node_modules'), join(project, 'node_modules'));
  cpSync(join(repository, 'package-lock.json'), join(project, 'package-lock.json'));
  // Looking for a free port and listening on it are two steps, so two starts could pick the same port.
  await using _starting = await takeTurn('start');
  cloud = spawn(process.execPath, [join(import.meta.dirname, 'amplify-local.ts'), project]);
  await new Promise<void>((resolve, reject) => {
    const print = (text: Buffer) => {
      printed += text.toString();
      if (printed.includes('is running')) resolve();
    };
    cloud.stdout?.on('data', print);
    cloud.stderr?.on('data', print);
    cloud.once('exit', () => reject(new Error(printed)));
  });
});

afterAll(async () => {
  const ended = once(cloud, 'exit');
  cloud.kill();
  await ended;
  rmSync(project, { recursive: true, force: true });
});

const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };

function outputs(): Outputs {
  return JSON.parse(readFileSync(join(project, 'amplify_outputs.json'), 'utf8')) as Outputs;
}

/** Configures Amplify as the README says. */
function configureAmplify(): void {
  const config = parseAmplifyConfig(outputs());
  const { userPoolEndpoint } = outputs().custom;
  if (config.Auth) Object.assign(config.Auth.Cognito, { userPoolEndpoint });
  Amplify.configure(config);
}

async function mailedCode(to: string): Promise<string> {
  const [, inbox = ''] = /Inbox +(\S+)/.exec(printed) ?? [];
  const response = await fetch(new URL('/emails', inbox));
  const { data } = (await response.json()) as { data: { to: string[]; text: string }[] };
  return /\d{6}/.exec(data.find((it) => it.to.includes(to))?.text ?? '')?.[0] ?? '';
}

test('somebody signs up with aws-amplify, calls the API, and the row is in the table', async () => {
  configureAmplify();
  const { custom } = outputs();
  const username = 'ada@example.com';
  const password = 'Correct-Horse-7';
  await signUp({ username, password, options: { userAttributes: { email: username } } });
  await confirmSignUp({ username, confirmationCode: await mailedCode(username) });
  await signIn({ username, password });
  const { tokens } = await fetchAuthSession();

  const url = `${custom.API['myRestApi']?.endpoint}messages`;
  expect(await fetch(url)).toMatchObject({ status: 401 });
  const response = await fetch(url, {
    method: 'POST',
    headers: { Authorization: String(tokens?.idToken) },
    body: JSON.stringify({ text: 'I was here' }),
  });
  expect(response.status).toBe(201);

  const database = new DynamoDB({
    endpoint: custom.awsEndpoint,
    region: 'us-east-1',
    credentials,
  });
  const { TableNames: [TableName] = [] } = await database.listTables();
  const { Items } = await database.scan({ TableName });
  expect(Items).toEqual([
    { id: { S: expect.any(String) }, text: { S: 'I was here' }, email: { S: username } },
  ]);
});

test('a page uploads a picture with a presigned URL, and the function on uploads makes a thumbnail', async () => {
  const { custom, storage } = outputs();
  const { tokens } = await fetchAuthSession();
  const prepared = await fetch(`${custom.API['myRestApi']?.endpoint}pictures`, {
    method: 'POST',
    headers: { Authorization: String(tokens?.idToken) },
  });
  const { Key, url } = (await prepared.json()) as { Key: string; url: string };
  expect(url).toMatch(RegExp(`^${custom.storageEndpoint}/`));
  const response = await fetch(url, {
    method: 'PUT',
    headers: { 'Content-Type': 'image/jpeg', Origin: 'http://localhost:5173' },
    body: 'a picture',
  });
  expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([
    200,
    '*',
  ]);

  const s3 = new S3({ endpoint: custom.awsEndpoint, region: 'us-east-1', credentials });
  const Bucket = storage.bucket_name;
  const keys = async () =>
    ((await s3.listObjectsV2({ Bucket })).Contents ?? []).map((it) => it.Key);
  const thumbnail = Key.replace('pictures/', 'thumbnails/');
  await expect.poll(keys).toEqual([Key, thumbnail]);
  const { Body } = await s3.getObject({ Bucket, Key: thumbnail });
  expect(await Body?.transformToString()).toBe('a picture');
});

test('a folder without a backend is refused with the usage', () => {
  const command = [join(import.meta.dirname, 'amplify-local.ts'), tmpdir()];
  const { status, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringContaining('Usage:') });
});

test('a path with IAM authorization answers as AWS does without credentials', async () => {
  const response = await fetch(`${outputs().custom.API['myRestApi']?.endpoint}items`);
  expect(response.status).toBe(403);
  expect(await response.json()).toEqual({ message: 'Missing Authentication Token' });
});
