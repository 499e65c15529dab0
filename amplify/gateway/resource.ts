import { Duration } from 'aws-cdk-lib';
import {
  AuthorizationType,
  CognitoUserPoolsAuthorizer,
  Cors,
  EndpointType,
  LambdaIntegration,
  ResponseType,
  RestApi,
} from 'aws-cdk-lib/aws-apigateway';
import type { IUserPool } from 'aws-cdk-lib/aws-cognito';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { backendName } from '../backend-name.ts';
import { requestHeaders, responseHeaders, routes } from '#core/routes.ts';

/** Requests a second, all people together; past it the gateway answers 429. */
const throttle = { throttlingRateLimit: 500, throttlingBurstLimit: 1000 };

/** Seconds that a throttled caller is asked to wait. */
const restAfterThrottling = 2;

const cors = {
  allowOrigins: Cors.ALL_ORIGINS,
  allowHeaders: requestHeaders,
  allowMethods: Cors.ALL_METHODS,
  maxAge: Duration.hours(2),
};

/**
 * The REST API: every route of `core/routes.ts`, each behind the user pool. One pair of `{form}`
 * resources serves all forms, so adding a form never changes infrastructure.
 */
export function restApi(scope: Construct, handler: IFunction, userPool: IUserPool): RestApi {
  const api = new RestApi(scope, 'RestApi', {
    // CloudWatch knows an API by this name alone: one of its own for every branch, or their numbers mix.
    restApiName: backendName(scope),
    endpointTypes: [EndpointType.REGIONAL],
    // The account-wide logging role belongs to the account, not to one sandbox that may be deleted.
    cloudWatchRole: false,
    deployOptions: { stageName: 'v1', ...throttle },
    defaultCorsPreflightOptions: cors,
  });
  const authorizer = new CognitoUserPoolsAuthorizer(scope, 'People', {
    cognitoUserPools: [userPool],
  });
  const integration = new LambdaIntegration(handler, { allowTestInvoke: false });
  for (const { method, path } of Object.values(routes)) {
    api.root.resourceForPath(path).addMethod(method, integration, {
      authorizer,
      authorizationType: AuthorizationType.COGNITO,
    });
  }
  dressRefusals(api);
  return api;
}

/**
 * The gateway's own answers. Without CORS headers a browser takes a 401 or a crash for "offline"; and like
 * the function's, none of them is to be stored or taken for another type.
 */
function dressRefusals(api: RestApi): void {
  const headers = {
    'Access-Control-Allow-Origin': "'*'",
    'Access-Control-Expose-Headers': `'${responseHeaders.join(',')}'`,
    'Cache-Control': "'no-store'",
    'X-Content-Type-Options': "'nosniff'",
  };
  for (const type of [ResponseType.DEFAULT_4XX, ResponseType.DEFAULT_5XX])
    api.addGatewayResponse(type.responseType, { type, responseHeaders: headers });
  const { THROTTLED: type } = ResponseType;
  const busy = { ...headers, 'Retry-After': `'${restAfterThrottling}'` };
  api.addGatewayResponse(type.responseType, { type, responseHeaders: busy });
}
