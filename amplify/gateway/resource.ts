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
import { requestHeaders, responseHeaders, routes } from '#core/api/api-routes.ts';

/** Requests a second, for all people together. Above it the gateway responds with 429. */
const throttle = { throttlingRateLimit: 500, throttlingBurstLimit: 1000 };

/** Seconds. */
const retryAfterThrottling = 2;

const cors = {
  allowOrigins: Cors.ALL_ORIGINS,
  allowHeaders: requestHeaders,
  allowMethods: Cors.ALL_METHODS,
  maxAge: Duration.hours(2),
};

/**
 * The REST API: every route of `core/api/api-routes.ts`, each behind the user pool. One pair of `{form}`
 * resources serves all forms, so adding a form never changes infrastructure.
 */
export function restApi(scope: Construct, handler: IFunction, userPool: IUserPool): RestApi {
  const api = new RestApi(scope, 'RestApi', {
    // CloudWatch identifies an API by its name, so each branch needs a different one.
    restApiName: backendName(scope),
    endpointTypes: [EndpointType.REGIONAL],
    // The logging role is shared by the whole account, so a sandbox must not create and delete it.
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
  setErrorHeaders(api);
  return api;
}

/**
 * Headers of the gateway's own error responses. Without CORS headers a browser would report a 401 or a crash as
 * "offline". Like the function's responses, they must not be cached or read as another type.
 */
function setErrorHeaders(api: RestApi): void {
  const headers = {
    'Access-Control-Allow-Origin': "'*'",
    'Access-Control-Expose-Headers': `'${responseHeaders.join(',')}'`,
    'Cache-Control': "'no-store'",
    'X-Content-Type-Options': "'nosniff'",
  };
  for (const type of [ResponseType.DEFAULT_4XX, ResponseType.DEFAULT_5XX])
    api.addGatewayResponse(type.responseType, { type, responseHeaders: headers });
  const { THROTTLED: type } = ResponseType;
  const throttledHeaders = { ...headers, 'Retry-After': `'${retryAfterThrottling}'` };
  api.addGatewayResponse(type.responseType, { type, responseHeaders: throttledHeaders });
}
