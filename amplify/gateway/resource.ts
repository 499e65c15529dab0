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
import { requestHeaders, responseHeaders } from '#core/api/api-routes.ts';
import { endpoints } from '#core/api/match-route.ts';

/** Requests a second, for all people together. Above it the gateway responds with 429. */
const throttle = { throttlingRateLimit: 500, throttlingBurstLimit: 1000 };

/** For each method without an account, so that an attack on an open form takes nothing from the others. */
const openThrottle = { throttlingRateLimit: 100, throttlingBurstLimit: 200 };

/** Where the paths of all routes begin. */
export const stageName = 'v1';

/** Seconds. */
const retryAfterThrottling = 2;

const cors = {
  allowOrigins: Cors.ALL_ORIGINS,
  allowHeaders: requestHeaders,
  allowMethods: Cors.ALL_METHODS,
  maxAge: Duration.hours(2),
};

type Handlers = {
  /** Serves people with an account. */
  readonly api: IFunction;
  /** Serves devices without one. */
  readonly open: IFunction;
};

/**
 * The REST API: every route of `core/api/api-routes.ts`, each behind the user pool except those without an account.
 * One pair of `{form}` resources serves all forms, so adding a form never changes infrastructure.
 */
export function restApi(scope: Construct, handlers: Handlers, userPool: IUserPool): RestApi {
  const api = new RestApi(scope, 'RestApi', {
    // CloudWatch identifies an API by its name, so each branch needs a different one.
    restApiName: backendName(scope),
    endpointTypes: [EndpointType.REGIONAL],
    // The logging role is shared by the whole account, so a sandbox must not create and delete it.
    cloudWatchRole: false,
    deployOptions: {
      stageName,
      ...throttle,
      methodOptions: Object.fromEntries(
        endpoints
          .filter((it) => it.isOpen)
          .map(({ method, path }) => [`${path}/${method}`, openThrottle]),
      ),
    },
    defaultCorsPreflightOptions: cors,
  });
  const authorizer = new CognitoUserPoolsAuthorizer(scope, 'People', {
    cognitoUserPools: [userPool],
  });
  const integration = new LambdaIntegration(handlers.api, { allowTestInvoke: false });
  const openIntegration = new LambdaIntegration(handlers.open, { allowTestInvoke: false });
  for (const { isOpen, method, path } of endpoints) {
    const resource = api.root.resourceForPath(path);
    if (isOpen)
      resource.addMethod(method, openIntegration, { authorizationType: AuthorizationType.NONE });
    else
      resource.addMethod(method, integration, {
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
export const errorHeaders = {
  'Access-Control-Allow-Origin': "'*'",
  'Access-Control-Expose-Headers': `'${responseHeaders.join(',')}'`,
  'Cache-Control': "'no-store'",
  'X-Content-Type-Options': "'nosniff'",
};

function setErrorHeaders(api: RestApi): void {
  for (const type of [ResponseType.DEFAULT_4XX, ResponseType.DEFAULT_5XX])
    api.addGatewayResponse(type.responseType, { type, responseHeaders: errorHeaders });
  const { THROTTLED: type } = ResponseType;
  const throttledHeaders = { ...errorHeaders, 'Retry-After': `'${retryAfterThrottling}'` };
  api.addGatewayResponse(type.responseType, { type, responseHeaders: throttledHeaders });
}
