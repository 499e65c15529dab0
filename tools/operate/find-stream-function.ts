import type { Aws } from './signed-aws-calls.ts';

/** A function that receives the table's stream, and the resources around it, found through its mapping. */
export type StreamFunction = {
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

/**
 * The account's function with such a queue for what it gave up, or the one that is named if there are several.
 * @param what the function is called in a message
 */
export async function findStreamFunction(
  aws: Aws,
  { queue: queueName, what }: { readonly queue: string; readonly what: string },
  functionName?: string,
): Promise<StreamFunction> {
  const query =
    functionName === undefined ? '' : `?FunctionName=${encodeURIComponent(functionName)}`;
  const { EventSourceMappings } = await aws.lambda<Mappings>(
    'GET',
    `event-source-mappings/${query}`,
  );
  const found = EventSourceMappings.filter((it) =>
    it.DestinationConfig?.OnFailure?.Destination?.includes(queueName),
  );
  const [only, ...others] = found;
  if (!only || others.length > 0) {
    const names = found.map((it) => `  ${nameIn(it.FunctionArn)}`).join('\n');
    throw new Error(`Name ${what} with --function <name>. There are ${found.length}:\n${names}`);
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
