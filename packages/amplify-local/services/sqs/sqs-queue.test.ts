import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createQueue } from './sqs-queue.ts';
import { queueSettingsFrom } from './queue-settings.ts';

const settings = queueSettingsFrom({
  path: 'mail/Undelivered',
  type: 'AWS::SQS::Queue',
  id: 'https://sqs.us-east-1.amazonaws.com/000000000000/undelivered',
  properties: { MessageRetentionPeriod: 600, SqsManagedSseEnabled: true },
});

function openTestQueue() {
  const file = join(mkdtempSync(join(tmpdir(), 'queue-')), 'queues', 'undelivered.json');
  let time = 1000;
  const open = () => createQueue(settings, { file, now: () => time });
  return { queue: open(), open, pass: (seconds: number) => void (time += seconds * 1000) };
}

test('a queue is found by its name and its ARN', () => {
  expect(settings).toMatchObject({
    name: 'undelivered',
    arn: 'arn:aws:sqs:us-east-1:000000000000:undelivered',
    visibilityTimeout: 30,
  });
});

test('a received message is invisible for a while, and comes again until it is deleted', async () => {
  const { queue, pass } = openTestQueue();
  await queue.send('one');
  const [first] = await queue.receive(10);
  expect(first).toMatchObject({ Body: 'one', MD5OfBody: 'f97c5d29941bfb1b2fdab0874906ab82' });
  expect(await queue.receive(10)).toEqual([]);
  expect(queue.counts()).toEqual({ visible: 0, inFlight: 1 });
  pass(31);
  const [second] = await queue.receive(10);
  expect(second?.Attributes).toMatchObject({ ApproximateReceiveCount: '2' });
  await queue.delete(first?.ReceiptHandle ?? '');
  expect(queue.counts()).toEqual({ visible: 0, inFlight: 1 });
  await queue.delete(second?.ReceiptHandle ?? '');
  expect(queue.counts()).toEqual({ visible: 0, inFlight: 0 });
});

test('no more messages are received than requested', async () => {
  const { queue } = openTestQueue();
  await Promise.all(['one', 'two', 'three'].map((it) => queue.send(it)));
  expect(await queue.receive(2)).toHaveLength(2);
  expect(await queue.receive(2)).toHaveLength(1);
});

test('messages survive a restart, and expire in the end', async () => {
  const { queue, open, pass } = openTestQueue();
  await queue.send('one');
  expect(open().counts()).toEqual({ visible: 1, inFlight: 0 });
  pass(601);
  expect(open().counts()).toEqual({ visible: 0, inFlight: 0 });
});
