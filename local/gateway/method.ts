import {
  list,
  number,
  onlyProperties,
  part,
  record,
  refuse,
  text,
} from '../template/properties.ts';
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
export function methodsFrom(resource: Resource, { authorizers, permits }: Surroundings): Method[] {
  refuseUnhonoured(resource);
  const named = text(resource, 'HttpMethod');
  return (named === 'ANY' ? everyMethod : [named]).map((httpMethod) => ({
    httpMethod,
    authorizer: authorizerOf(resource, authorizers),
    target: targetOf(part(resource, 'Integration'), (arn) => permits(arn, httpMethod)),
  }));
}

function refuseUnhonoured(resource: Resource): void {
  onlyProperties(resource, [
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
  if (resource.properties['ApiKeyRequired']) refuse(resource, 'ApiKeyRequired');
  if (list(resource, 'AuthorizationScopes').length > 0) refuse(resource, 'AuthorizationScopes');
  if (Object.keys(record(resource, 'RequestParameters')).length > 0)
    refuse(resource, 'RequestParameters');
}

function authorizerOf(method: Resource, authorizers: readonly Resource[]): Authorizer | undefined {
  const type = text(method, 'AuthorizationType', 'NONE');
  if (type === 'NONE') return undefined;
  if (type !== 'COGNITO_USER_POOLS') refuse(method, 'AuthorizationType');
  const id = text(method, 'AuthorizerId');
  const authorizer = authorizers.find((it) => it.id === id);
  if (!authorizer) refuse(method, 'AuthorizerId', `names no authorizer: ${id}`);
  return authorizerFrom(authorizer);
}

/** API Gateway waits this long and no longer. */
const longestWait = 29_000;

function targetOf(
  integration: Resource,
  permits: (functionArn: string) => boolean,
): Method['target'] {
  const type = text(integration, 'Type');
  if (type === 'MOCK') return { answer: mockAnswerFrom(integration) };
  if (type !== 'AWS_PROXY') refuse(integration, 'Type');
  onlyProperties(integration, ['IntegrationHttpMethod', 'TimeoutInMillis', 'Type', 'Uri']);
  if (text(integration, 'IntegrationHttpMethod') !== 'POST')
    refuse(integration, 'IntegrationHttpMethod', 'must be POST, whatever the method');
  const functionArn = /:lambda:path\/2015-03-31\/functions\/(.+)\/invocations$/.exec(
    text(integration, 'Uri'),
  )?.[1];
  const functionName = functionArn && /:function:([\w-]+)$/.exec(functionArn)?.[1];
  if (!functionArn || !functionName) refuse(integration, 'Uri', 'does not name a Lambda function');
  const timeoutMilliseconds = number(integration, 'TimeoutInMillis', longestWait);
  if (timeoutMilliseconds < 50 || timeoutMilliseconds > longestWait)
    refuse(integration, 'TimeoutInMillis', 'is not between 50 ms and 29 s');
  return { functionName, timeoutMilliseconds, isPermitted: permits(functionArn) };
}
