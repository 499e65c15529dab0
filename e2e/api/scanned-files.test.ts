import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { aScan } from '../../core/testing/scan-events.ts';
import type { FileReference } from '../../core/files/file-reference.ts';
import type { SignedRequest } from '../../core/files/file-transfer.ts';
import { aJpeg, referenceTo } from '../../core/testing/sample-files.ts';
import { resolveAssembly } from '../../packages/amplify-local/resolve-assembly.ts';
import { readAssembly } from '../../packages/amplify-local/template/assembly.ts';
import { synthesizeOnce } from '../../tools/testing/synthesize-once.ts';
import { bucketContents } from '../testing/backend/bucket-contents.ts';
import { numberedEntry, putEntries } from '../testing/backend/put-entries.ts';
import { signInAs, type SignedInPerson } from '../testing/backend/signed-in-person.ts';
import { startTestBackend, type TestBackend } from '../testing/backend/test-backend.ts';

let backend: TestBackend;
let ada: SignedInPerson;
let assembly: string;

beforeAll(async () => {
  vi.stubEnv('SCAN_FILES', 'yes');
  assembly = process.env['FORMSTEAD_SCANNING'] ?? (await synthesizeOnce());
  vi.stubEnv('FORMSTEAD_SYNTHESIZED', assembly);
  backend = await startTestBackend();
  vi.unstubAllEnvs();
  ada = await signInAs(backend.cloud, 'ada@example.com');
});

afterAll(() => backend?.[Symbol.asyncDispose]());

/** An entry that refers to files, one of which is sent as a device does it. */
async function anEntryWith(...photos: readonly FileReference[]) {
  const { username } = ada;
  const answers = { fname: 'Ada', lname: 'L', photos };
  const entry = { ...numberedEntry(1, 'pwausers', answers), username, hasFiles: true };
  await putEntries(backend.cloud, [entry]);
  const path = `pwausers/${entry.id}`;
  return {
    id: entry.id,
    read: async () => bodyOf(await ada.get(path)),
    open: async ({ id }: FileReference) => bodyOf(await ada.get(`${path}/files/${id}`)),
    start: async ({ id }: FileReference) => bodyOf(await ada.send('POST', `${path}/files/${id}`)),
    confirm: async ({ id }: FileReference) =>
      bodyOf(await ada.send('POST', `${path}/files/${id}/arrival`)),
  };
}

async function bodyOf(response: Response) {
  return { status: response.status, ...((await response.json()) as Record<string, unknown>) };
}

/** Calls the function as EventBridge does. @returns whether it succeeded */
async function scanned(status: string, key: string, bytes: Uint8Array): Promise<boolean> {
  const { resources } = resolveAssembly(readAssembly(assembly));
  const named = (type: string, path: RegExp) =>
    resources.find((it) => it.type === type && path.test(it.path))?.id ?? '';
  const lambda = backend.cloud.functionNamed(named('AWS::Lambda::Function', /files\/scanner/));
  const object = {
    bucketName: named('AWS::S3::Bucket', /./),
    objectKey: key,
    eTag: createHash('md5').update(bytes).digest('hex'),
  };
  return (await lambda?.invoke(aScan(status, object), randomUUID()))?.ok ?? false;
}

test(
  'a file is closed until its scan found nothing, and is deleted and refused if it found malware',
  { tags: 'scans-recorded' },
  async () => {
    expect(backend.log.join('\n')).toContain('Files are scanned for malware only in AWS');
    const [harmless, virus] = [aJpeg(600), aJpeg(700)];
    const [photo, infected] = [referenceTo(harmless), referenceTo(virus)];
    const entry = await anEntryWith(photo, infected);
    for (const [it, bytes] of [
      [photo, harmless],
      [infected, virus],
    ] as const) {
      const { put } = (await entry.start(it)) as unknown as { put: SignedRequest };
      await fetch(put.url, { method: 'PUT', headers: put.headers, body: Uint8Array.from(bytes) });
      expect(await entry.confirm(it)).toEqual({ status: 200, arrived: true });
      expect(await entry.open(it)).toMatchObject({ status: 409, code: 'file_being_checked' });
    }
    const keyOf = ({ id }: FileReference) => `pwausers/${ada.username}/${entry.id}/${id}`;
    expect(await scanned('NO_THREATS_FOUND', keyOf(photo), harmless)).toBe(true);
    // EventBridge delivers at least once.
    for (let time = 0; time < 2; time += 1)
      expect(await scanned('THREATS_FOUND', keyOf(infected), virus)).toBe(true);

    expect((await entry.open(photo)).status).toBe(200);
    for (const refused of [
      await entry.open(infected),
      await entry.start(infected),
      await entry.confirm(infected),
    ])
      expect(refused).toMatchObject({ status: 422, code: 'file_has_malware' });
    expect(await entry.read()).toMatchObject({
      version: 1,
      filesArrived: [photo.id],
      filesClosed: { [infected.id]: 'malware' },
    });
    const { objects } = await bucketContents(backend.cloud);
    expect(objects.map(({ key }) => key)).toEqual([keyOf(photo)]);
    expect(backend.log.join('\n')).not.toContain(infected.id);
  },
);
