import { randomUUID } from 'node:crypto';
import { failWith } from '../../machine/aws-failure.ts';
import type { AwsApi } from '../../template/service.ts';
import type { LambdaFunction } from './lambda-function.ts';

/** Lambda's API, as far as it is supported: Invoke. */
export function lambdaApi(functionNamed: (name: string) => LambdaFunction | undefined): AwsApi {
  return (target, event, { method, path, query }) => {
    const [, name] = /^\/2015-03-31\/functions\/([^/]+)\/invocations$/.exec(path) ?? [];
    if (target || method !== 'POST' || name === undefined || query.size > 0) return undefined;
    return invoke(functionNamed, decodeURIComponent(name).split(':').at(-1) ?? '', event);
  };
}

async function invoke(
  functionNamed: (name: string) => LambdaFunction | undefined,
  name: string,
  event: object,
): Promise<unknown> {
  const lambda = functionNamed(name);
  if (!lambda) return failWith('ResourceNotFoundException', `Function not found: ${name}`);
  const invocation = await lambda.invoke(event, randomUUID());
  return invocation.ok ? invocation.payload : { errorMessage: invocation.reason };
}
