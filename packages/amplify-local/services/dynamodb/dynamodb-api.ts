import { failWith } from '../../machine/aws-failure.ts';
import type { AwsApi } from '../../template/service.ts';
import { callEngine } from './call-engine.ts';
import { streamOf } from './stream-arn.ts';

/** The APIs of DynamoDB and its streams, for administrators: without permission checks. */
export function dynamoDbApi(engineUrl: string): AwsApi {
  return (target, input) => {
    const [service = '', operation = ''] = target.split('.');
    return /^DynamoDB(Streams)?_/.test(service)
      ? handle(engineUrl, service, operation, input)
      : undefined;
  };
}

async function handle(
  engineUrl: string,
  service: string,
  operation: string,
  input: object,
): Promise<unknown> {
  const forEngine = await withEngineStreamArn(engineUrl, input);
  return callEngine(engineUrl, operation, forEngine, service).catch((error: Error) =>
    failWith(error.name, error.message),
  );
}

/** Replaces the template's ARN of a stream, as the engine gives the same stream another label. */
async function withEngineStreamArn(engineUrl: string, input: object): Promise<object> {
  const { StreamArn } = input as { StreamArn?: string };
  const table = StreamArn?.split('/')[1];
  return table === undefined ? input : { ...input, StreamArn: await streamOf(engineUrl, table) };
}
