/**
 * `npm run resend-mail`: sends again what was given up, from the dead-letter queue; with
 * `-- <form> <username> <id>`, what is about one entry. docs/mail.md says when, and how to reach AWS.
 */
import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { openAws, type Aws } from './mail/aws.ts';
import { keyOf, keysIn, mailAgain, nameOf, type Key } from './mail/entries.ts';
import { findMail, type Mail } from './mail/mapping.ts';
import type { Outputs } from './sign-in.ts';
import { reasonOf } from './unreachable.ts';

type Received = {
  readonly Messages?: readonly { readonly Body: string; readonly ReceiptHandle: string }[];
};

const { values, positionals } = parseArgs({
  options: { function: { type: 'string' } },
  allowPositionals: true,
});
const [form, username, id] = positionals;

try {
  const aws = await openAws(endpoint());
  const mail = await findMail(aws, values.function);
  const isLeft =
    form && username && id
      ? !(await sendAll(aws, mail, [keyOf(form, username, id)], true))
      : await emptyQueue(aws, mail);
  process.exitCode = isLeft ? 1 : 0;
} catch (error) {
  say(reasonOf(error, endpoint()));
  process.exitCode = 1;
}

/** The local cloud where one has run, unless a function in AWS is named. */
function endpoint(): string | undefined {
  const told = process.env['AWS_ENDPOINT_URL'];
  const file = '.local/amplify_outputs.json';
  if (told || values.function !== undefined || !existsSync(file)) return told;
  return (JSON.parse(readFileSync(file, 'utf8')) as Outputs).custom.awsEndpoint;
}

/** Whether anything is left in the queue that only a person can bring on. */
async function emptyQueue(aws: Aws, mail: Mail): Promise<boolean> {
  const QueueUrl = mail.queueUrl;
  const left: string[] = [];
  for (;;) {
    const { Messages = [] } = await aws.call<Received>('sqs', 'AmazonSQS.ReceiveMessage', {
      QueueUrl,
      MaxNumberOfMessages: 10,
      // Seconds in which they come to nobody else, nor to us again: the function may need minutes.
      VisibilityTimeout: 3600,
    });
    if (Messages.length === 0) break;
    for (const { Body, ReceiptHandle } of Messages) {
      const keys = await keysIn(aws, Body);
      if (!keys) say('The stream has forgotten this; name its entries by hand:', Body);
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
  say(left.length > 0 ? 'What failed stays in the queue.' : 'Nothing is left in the queue.');
  return left.length > 0;
}

/** Whether there is nothing more to do about any of them. */
async function sendAll(
  aws: Aws,
  mail: Mail,
  keys: readonly Key[],
  again: boolean,
): Promise<boolean> {
  let isDone = true;
  for (const key of keys) {
    const outcome = await mailAgain(aws, mail, key, again);
    say(`${nameOf(key)}: ${outcome}`);
    isDone &&= outcome !== 'failed again';
  }
  return isDone;
}

function say(...lines: string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}
