import { callEngine } from '../dynamodb/call.ts';
import { faultsIn, type Faults } from '../mail/faults.ts';
import { answerSqs } from '../sqs/operations.ts';
import type { Queue } from '../sqs/queue.ts';
import { streamOf } from '../streams/stream-reader.ts';
import type { AwsService } from './call.ts';
import { failWith } from './failure.ts';
import { inJson } from './json-protocol.ts';
import { answerLambda, type LambdaDeps } from './lambda.ts';

type Deps = LambdaDeps & {
  readonly engineUrl: string;
  readonly queues: () => readonly Queue[];
  readonly provider: { faults: Faults };
};

/**
 * A backend as its administrator sees it: as much of SQS, Lambda, DynamoDB and its streams as it takes to
 * look after mail; and `/faults` is ours.
 */
export function createDataPlane(deps: Deps): AwsService {
  return inJson((target, input, { method, path, query }) => {
    const [service = '', operation = ''] = target.split('.');
    if (service === 'AmazonSQS') return answerSqs(deps.queues(), operation, input);
    if (/^DynamoDB(Streams)?_/.test(service))
      return answerDynamoDb(deps.engineUrl, service, operation, input);
    if (path === '/faults') return method === 'PUT' ? setFaults(deps, input) : deps.provider.faults;
    if (target) return failWith('UnknownOperationException', `The local AWS has no ${target}.`);
    return answerLambda(deps, `${method} ${[path, query].filter(String).join('?')}`, input);
  });
}

async function answerDynamoDb(
  engineUrl: string,
  service: string,
  operation: string,
  input: object,
): Promise<unknown> {
  const wanted = await withEnginesLabel(engineUrl, input);
  return callEngine(engineUrl, operation, wanted, service).catch((error: Error) =>
    failWith(error.name, error.message),
  );
}

/** A stream by the template's ARN is the engine's under another label. */
async function withEnginesLabel(engineUrl: string, input: object): Promise<object> {
  const { StreamArn } = input as { StreamArn?: string };
  const table = StreamArn?.split('/')[1];
  return table === undefined ? input : { ...input, StreamArn: await streamOf(engineUrl, table) };
}

function setFaults({ provider }: Deps, wanted: object): Faults {
  try {
    provider.faults = faultsIn(wanted);
  } catch (error) {
    failWith('ValidationError', (error as Error).message);
  }
  return provider.faults;
}
