import { readerOf, type Reader } from '../../template/property-reader.ts';
import type { Resource } from '../../template/resource.ts';
import type { HttpResponse } from '../../machine/http-response.ts';
import { authorizerFrom, type Authorizer } from './authorizer.ts';
import { mockResponseFrom } from './mock-integration.ts';

/** One method of one resource: its authorizer and its integration. */
export type Method = {
  readonly httpMethod: string;
  /** `iam` accepts requests signed with AWS credentials, which nobody has locally. */
  readonly authorizer: Authorizer | 'iam' | undefined;
  readonly target: FunctionTarget | { readonly mockResponse: HttpResponse };
};

export type FunctionTarget = {
  readonly functionName: string;
  readonly timeoutMilliseconds: number;
  /** Whether the gateway is permitted to invoke the function. If not, AWS answers 500. */
  readonly isPermitted: boolean;
};

type MethodContext = {
  readonly authorizers: readonly Resource[];
  readonly permits: (functionArn: string, httpMethod: string) => boolean;
};

const everyMethod = ['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT'];

/** One `AWS::ApiGateway::Method` is one method, or all seven if it is ANY. */
export function methodsFrom(method: Reader, { authorizers, permits }: MethodContext): Method[] {
  refuseUnsupported(method);
  const named = method.requiredText('HttpMethod');
  return (named === 'ANY' ? everyMethod : [named]).map((httpMethod) => ({
    httpMethod,
    authorizer: authorizerOf(method, authorizers),
    target: targetOf(method.part('Integration'), (arn) => permits(arn, httpMethod)),
  }));
}

function refuseUnsupported(method: Reader): void {
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

function authorizerOf(
  method: Reader,
  authorizers: readonly Resource[],
): Authorizer | 'iam' | undefined {
  const type = method.only('AuthorizationType', undefined, 'NONE', 'AWS_IAM', 'COGNITO_USER_POOLS');
  if (type === 'AWS_IAM') return 'iam';
  if (type !== 'COGNITO_USER_POOLS') return undefined;
  const id = method.requiredText('AuthorizerId');
  const authorizer =
    authorizers.find((it) => it.id === id) ??
    method.refuse('AuthorizerId', `names no authorizer: ${id}`);
  return authorizerFrom(readerOf(authorizer));
}

/** API Gateway's longest timeout, in milliseconds. */
const longestWait = 29_000;

function targetOf(
  integration: Reader,
  permits: (functionArn: string) => boolean,
): Method['target'] {
  const type = integration.only('Type', 'AWS_PROXY', 'MOCK');
  if (type === 'MOCK') return { mockResponse: mockResponseFrom(integration) };
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
