import type { Aws } from './aws.ts';

/** What hangs together around the mail function: all of it is found from the one mapping. */
export type Mail = {
  readonly functionName: string;
  readonly table: string;
  readonly queueUrl: string;
};

type Mappings = {
  readonly EventSourceMappings: readonly {
    readonly FunctionArn: string;
    readonly EventSourceArn: string;
    readonly DestinationConfig?: { readonly OnFailure?: { readonly Destination?: string } };
  }[];
};

/** The mail function of the account, or the one named where there are several. */
export async function findMail(aws: Aws, functionName?: string): Promise<Mail> {
  const query =
    functionName === undefined ? '' : `?FunctionName=${encodeURIComponent(functionName)}`;
  const { EventSourceMappings } = await aws.lambda<Mappings>(
    'GET',
    `event-source-mappings/${query}`,
  );
  const found = EventSourceMappings.filter((it) => it.DestinationConfig?.OnFailure?.Destination);
  const [only, ...others] = found;
  if (!only || others.length > 0) {
    const names = found.map((it) => `  ${nameIn(it.FunctionArn)}`).join('\n');
    throw new Error(
      `Say which is the mail function, with --function <name>. There are ${found.length}:\n${names}`,
    );
  }
  const queue = only.DestinationConfig?.OnFailure?.Destination?.split(':').at(-1);
  const { QueueUrl } = await aws.call<{ QueueUrl: string }>('sqs', 'AmazonSQS.GetQueueUrl', {
    QueueName: queue,
  });
  return {
    functionName: nameIn(only.FunctionArn),
    table: only.EventSourceArn.split('/')[1] ?? '',
    queueUrl: QueueUrl,
  };
}

/** `arn:aws:lambda:<region>:<account>:function:<name>`, and a version after it where there is one. */
function nameIn(functionArn: string): string {
  return functionArn.split(':')[6] ?? '';
}
