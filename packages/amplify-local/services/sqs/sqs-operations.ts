import { failWith } from '../../machine/aws-failure.ts';
import type { AwsApi } from '../../template/service.ts';
import type { Queue } from './sqs-queue.ts';

type Input = Readonly<Record<string, unknown>>;
type Operation = (queue: Queue, input: Input) => Promise<object> | object;

/** SQS in its JSON protocol, which the SDK and the CLI use. Operations not listed are refused by name. */
export function sqsApi(queues: () => readonly Queue[]): AwsApi {
  return (target, input) => {
    const [service, operation = ''] = target.split('.');
    return service === 'AmazonSQS' ? handle(queues(), operation, input) : undefined;
  };
}

async function handle(queues: readonly Queue[], name: string, input: Input): Promise<object> {
  if (name === 'ListQueues') return { QueueUrls: queues.map(({ settings }) => settings.url) };
  const operation = operations[name];
  if (!operation)
    return failWith('InvalidAction', `The local SQS has no operation "${name.slice(0, 64)}".`);
  const { QueueUrl, QueueName } = input as { QueueUrl?: string; QueueName?: string };
  const wanted = (QueueUrl ?? QueueName)?.split('/').at(-1);
  const queue = queues.find((it) => it.settings.name === wanted);
  if (!queue) return failWith('QueueDoesNotExist', 'The specified queue does not exist.');
  return operation(queue, input);
}

const operations: { readonly [name: string]: Operation } = {
  GetQueueUrl: ({ settings }) => ({ QueueUrl: settings.url }),
  SendMessage: (queue, { MessageBody }) => queue.send(String(MessageBody)),
  async ReceiveMessage(queue, { MaxNumberOfMessages = 1, VisibilityTimeout }) {
    const timeout = VisibilityTimeout === undefined ? undefined : Number(VisibilityTimeout);
    return { Messages: await queue.receive(Number(MaxNumberOfMessages), timeout) };
  },
  async DeleteMessage(queue, { ReceiptHandle }) {
    await queue.delete(String(ReceiptHandle));
    return {};
  },
  async ChangeMessageVisibility(queue, { ReceiptHandle, VisibilityTimeout }) {
    await queue.hide(String(ReceiptHandle), Number(VisibilityTimeout));
    return {};
  },
  async PurgeQueue(queue) {
    await queue.purge();
    return {};
  },
  GetQueueAttributes(queue) {
    const { visible, inFlight } = queue.counts();
    const { arn, visibilityTimeout, retention } = queue.settings;
    return {
      Attributes: {
        QueueArn: arn,
        ApproximateNumberOfMessages: String(visible),
        ApproximateNumberOfMessagesNotVisible: String(inFlight),
        ApproximateNumberOfMessagesDelayed: '0',
        VisibilityTimeout: String(visibilityTimeout),
        MessageRetentionPeriod: String(retention),
      },
    };
  },
};
