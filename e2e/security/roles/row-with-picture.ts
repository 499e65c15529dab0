import { randomUUID } from 'node:crypto';
import { aJpeg, referenceTo } from '../../../core/testing/sample-files.ts';
import type { LocalBackend } from '../../../packages/amplify-local/start-backend.ts';
import { administratorS3 } from '../../../packages/amplify-local/testing/administrator-s3.ts';
import { numberedEntry, putEntries } from '../../testing/backend/put-entries.ts';

const answersBy = {
  North: ['pwausers', { fname: 'Mickey', lname: 'North' }],
  South: ['pwausers', { fname: 'Mickey', lname: 'South' }],
  Elsewhere: ['items', { title: 'Elsewhere' }],
} as const;

/** An entry of somebody without a role, whose picture has arrived and has a small copy, as both are stored. */
export async function rowWithPicture(cloud: LocalBackend, where: keyof typeof answersBy) {
  const [form, answers] = answersBy[where];
  const photo = referenceTo(aJpeg());
  const username = randomUUID();
  const entry = {
    ...numberedEntry(1, form, { ...answers, photos: [photo] }),
    id: randomUUID(),
    username,
    hasFiles: true,
    filesArrived: [photo.id],
  };
  await putEntries(cloud, [entry]);
  const s3 = administratorS3(cloud.awsUrl);
  const { Buckets: [{ Name: Bucket = '' } = {}] = [] } = await s3.listBuckets();
  const Key = `${form}/${username}/${entry.id}/${photo.id}.small`;
  await s3.putObject({ Bucket, Key, Body: 'a small copy', ContentType: 'image/webp' });
  return { form, username, id: entry.id, file: photo.id };
}
