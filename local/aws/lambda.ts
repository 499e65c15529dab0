import { randomUUID } from 'node:crypto';
import type { LambdaFunction } from '../lambda/function.ts';
import type { MappingSettings } from '../streams/mapping-settings.ts';
import { arn } from '../template/arn.ts';
import { failWith } from './failure.ts';

export type LambdaDeps = {
  readonly functionNamed: (name: string) => LambdaFunction | undefined;
  readonly mappings: () => readonly MappingSettings[];
};

/** Invoke and ListEventSourceMappings; anything else is refused by name. */
export async function answerLambda(
  { functionNamed, mappings }: LambdaDeps,
  call: string,
  event: object,
): Promise<unknown> {
  const [, name] = /^POST \/2015-03-31\/functions\/([^/?]+)\/invocations$/.exec(call) ?? [];
  if (name !== undefined) {
    const wanted = decodeURIComponent(name).split(':').at(-1) ?? '';
    const lambda = functionNamed(wanted);
    if (!lambda) return failWith('ResourceNotFoundException', `Function not found: ${wanted}`);
    const invocation = await lambda.invoke(event, randomUUID());
    return invocation.ok ? invocation.payload : { errorMessage: invocation.reason };
  }
  if (/^GET \/2015-03-31\/event-source-mappings\/?(\?|$)/.test(call))
    return { EventSourceMappings: mappings().map(told) };
  return failWith('UnknownOperationException', `The local AWS knows no ${call.slice(0, 100)}.`);
}

function told({ id, functionName, streamArn, onFailure }: MappingSettings): object {
  return {
    UUID: id,
    FunctionArn: arn('lambda', `function:${functionName}`),
    EventSourceArn: streamArn,
    ...(onFailure !== undefined && {
      DestinationConfig: { OnFailure: { Destination: onFailure } },
    }),
  };
}
