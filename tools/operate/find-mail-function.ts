import type { Aws } from './signed-aws-calls.ts';

/** The mail function and the resources around it, found through its event source mapping. */
export type MailFunction = {
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

/** The account's mail function, or the one that is named if there are several. */
export async function findMailFunction(aws: Aws, functionName?: string): Promise<MailFunction> {
  const query =
    functionName === undefined ? '' : `?FunctionName=${encodeURIComponent(functionName)}`;
  const { EventSourceMappings } = await aws.lambda<Mappings>(
    'GET',
    `event-source-mappings/${query}`,
  );
  // Another function has a queue for what it could not do: the one that erases files.
  const found = EventSourceMappings.filter((it) =>
    it.DestinationConfig?.OnFailure?.Destination?.includes('UndeliveredMail'),
  );
  const [only, ...others] = found;
  if (!only || others.length > 0) {
    const names = found.map((it) => `  ${nameIn(it.FunctionArn)}`).join('\n');
    throw new Error(
      `Name the mail function with --function <name>. There are ${found.length}:\n${names}`,
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

/** `arn:aws:lambda:<region>:<account>:function:<name>`, possibly with a version. */
function nameIn(functionArn: string): string {
  return functionArn.split(':')[6] ?? '';
}
