/**
 * `npm run resend-mail`: sends again what was given up, from the dead-letter queue, and the events of webhooks; with
 * `-- <form> <username> <id>`, the mail about one entry. docs/mail.md says when, and how to reach AWS.
 */
import { parseArgs } from 'node:util';
import { resendEvents } from './resend-events.ts';
import { openAws, type Aws } from './signed-aws-calls.ts';
import { keyOf, keysIn, mailAgain, entryName, type Key } from './resend-entries.ts';
import { findStreamFunction, type StreamFunction } from './find-stream-function.ts';
import { endpointToCall } from './endpoint-to-call.ts';
import { failureText } from './connection-error.ts';

type Received = {
  readonly Messages?: readonly { readonly Body: string; readonly ReceiptHandle: string }[];
};

const { values, positionals } = parseArgs({
  options: { function: { type: 'string' } },
  allowPositionals: true,
});
const [form, username, id] = positionals;
const undelivered = { queue: 'UndeliveredMail', what: 'the mail function' };
const endpoint = endpointToCall(values.function);

try {
  const aws = await openAws(endpoint);
  const isOneEntry = form !== undefined;
  const events = isOneEntry ? undefined : await resendEvents(aws, values.function);
  if (events) print(...events);
  if (!events || values.function === undefined) process.exitCode = await resendMail(aws);
} catch (error) {
  print(failureText(error, endpoint));
  process.exitCode = 1;
}

/** @returns the exit code: 1 if something is left */
async function resendMail(aws: Aws): Promise<number> {
  const mail = await findStreamFunction(aws, undelivered, values.function);
  const isLeft =
    form && username && id
      ? !(await sendAll(aws, mail, [keyOf(form, username, id)], true))
      : await emptyQueue(aws, mail);
  return isLeft ? 1 : 0;
}

/** Whether the queue still contains something that only a person can solve. */
async function emptyQueue(aws: Aws, mail: StreamFunction): Promise<boolean> {
  const QueueUrl = mail.queueUrl;
  const left: string[] = [];
  for (;;) {
    const { Messages = [] } = await aws.call<Received>('sqs', 'AmazonSQS.ReceiveMessage', {
      QueueUrl,
      MaxNumberOfMessages: 10,
      // Seconds during which nobody else receives these messages, nor this program again: the function may
      // need minutes.
      VisibilityTimeout: 3600,
    });
    if (Messages.length === 0) break;
    for (const { Body, ReceiptHandle } of Messages) {
      const keys = await keysIn(aws, Body);
      if (!keys)
        print(
          'The stream no longer has these entries. Name them yourself (docs/mail.md says how):',
          Body,
        );
      if (keys && (await sendAll(aws, mail, keys, false)))
        await aws.call('sqs', 'AmazonSQS.DeleteMessage', { QueueUrl, ReceiptHandle });
      else left.push(ReceiptHandle);
    }
  }
  for (const ReceiptHandle of left)
    await aws.call('sqs', 'AmazonSQS.ChangeMessageVisibility', {
      QueueUrl,
      ReceiptHandle,
      VisibilityTimeout: 0,
    });
  print(left.length > 0 ? 'Messages that failed stay in the queue.' : 'The queue is empty.');
  return left.length > 0;
}

/** Whether nothing more can be done for any of them. */
async function sendAll(
  aws: Aws,
  mail: StreamFunction,
  keys: readonly Key[],
  again: boolean,
): Promise<boolean> {
  let isDone = true;
  for (const key of keys) {
    const outcome = await mailAgain(aws, mail, key, again);
    print(`${entryName(key)}: ${outcome}`);
    isDone &&= outcome !== 'failed again';
  }
  return isDone;
}

function print(...lines: string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}
