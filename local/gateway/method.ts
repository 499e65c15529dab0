import { readerOf, type Reader } from '../template/reader.ts';
import type { Resource } from '../template/resource.ts';
import type { Answer } from './answer.ts';
import { authorizerFrom, type Authorizer } from './authorizer.ts';
import { mockAnswerFrom } from './mock.ts';

/** One method of one resource: who may call it, and what answers. */
export type Method = {
  readonly httpMethod: string;
  readonly authorizer: Authorizer | undefined;
  readonly target: FunctionTarget | { readonly answer: Answer };
};

export type FunctionTarget = {
  readonly functionName: string;
  readonly timeoutMilliseconds: number;
  /** Whether an `AWS::Lambda::Permission` lets the gateway run it; without one AWS answers 500. */
  readonly isPermitted: boolean;
};

type Surroundings = {
  readonly authorizers: readonly Resource[];
  readonly permits: (functionArn: string, httpMethod: string) => boolean;
};

const everyMethod = ['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT'];

/** One resource of the template is one method, or all seven when it says ANY. */
export function methodsFrom(method: Reader, { authorizers, permits }: Surroundings): Method[] {
  refuseUnhonoured(method);
  const named = method.requiredText('HttpMethod');
  return (named === 'ANY' ? everyMethod : [named]).map((httpMethod) => ({
    httpMethod,
    authorizer: authorizerOf(method, authorizers),
    target: targetOf(method.part('Integration'), (arn) => permits(arn, httpMethod)),
  }));
}

function refuseUnhonoured(method: Reader): void {
  method.nothingBut([
    'ApiKeyRequired',
    'AuthorizationScopes',
    'AuthorizationType',
    'AuthorizerId',
    'HttpMethod',
    'Integration',
    'MethodResponses',
    'RequestParameters',
    'ResourceId',
    'RestApiId',
  ]);
  method.only('ApiKeyRequired', undefined, false);
  method.onlyTexts('AuthorizationScopes');
  method.part('RequestParameters').nothingBut([]);
}

function authorizerOf(method: Reader, authorizers: readonly Resource[]): Authorizer | undefined {
  const type = method.only('AuthorizationType', undefined, 'NONE', 'COGNITO_USER_POOLS');
  if (type !== 'COGNITO_USER_POOLS') return undefined;
  const id = method.requiredText('AuthorizerId');
  const authorizer =
    authorizers.find((it) => it.id === id) ??
    method.refuse('AuthorizerId', `names no authorizer: ${id}`);
  return authorizerFrom(readerOf(authorizer));
}

/** API Gateway waits this long and no longer. */
const longestWait = 29_000;

function targetOf(
  integration: Reader,
  permits: (functionArn: string) => boolean,
): Method['target'] {
  const type = integration.only('Type', 'AWS_PROXY', 'MOCK');
  if (type === 'MOCK') return { answer: mockAnswerFrom(integration) };
  integration.nothingBut(['IntegrationHttpMethod', 'TimeoutInMillis', 'Type', 'Uri']);
  if (integration.text('IntegrationHttpMethod') !== 'POST')
    integration.refuse('IntegrationHttpMethod', 'must be POST, whatever the method');
  const functionArn = /:lambda:path\/2015-03-31\/functions\/(.+)\/invocations$/.exec(
    integration.requiredText('Uri'),
  )?.[1];
  const functionName = functionArn && /:function:([\w-]+)$/.exec(functionArn)?.[1];
  if (!functionArn || !functionName)
    return integration.refuse('Uri', 'does not name a Lambda function');
  const timeoutMilliseconds = integration.number('TimeoutInMillis') ?? longestWait;
  if (timeoutMilliseconds < 50 || timeoutMilliseconds > longestWait)
    integration.refuse('TimeoutInMillis', 'is not between 50 ms and 29 s');
  return { functionName, timeoutMilliseconds, isPermitted: permits(functionArn) };
}
