import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readableFiles } from './readable-files.ts';

test('a file that is sent is found; a refusal that names the project is no such file', async () => {
  const root = projectWithPrivateFile();
  const found = await readableAt(root, (_, response) => response.end(readFileSync(fileIn(root))));
  expect(found).toContain('/.local/stack.json');
  const refused = `The request "${root}/.local/stack.json" is outside of the allow list:\n- ${root}`;
  expect(await readableAt(root, (_, response) => response.end(refused))).toEqual([]);
});

const fileIn = (root: string): string => join(root, '.local/stack.json');

/** A file as CDK writes it: in the middle, and most of all, it names the project's folder. */
function projectWithPrivateFile(): string {
  const root = mkdtempSync(join(tmpdir(), 'formstead-project-with-a-long-name-'));
  mkdirSync(join(root, '.local'));
  const [before, after] = [
    'account-of-mickey-mouse@example.com ',
    ' session-0123456789abcdef-secret',
  ];
  writeFileSync(fileIn(root), `${before}"${root}"${after}`);
  return root;
}

async function readableAt(root: string, answer: RequestListener): Promise<readonly string[]> {
  await using server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return await readableFiles(`http://127.0.0.1:${port}/`, root, '.local');
}
