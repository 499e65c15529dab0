import { withDefaultHeader, type HttpResponse } from '../../machine/http-response.ts';
import { fillTemplate, plainGatewayResponse, type GatewayResponse } from './gateway-response.ts';

/** The errors that the gateway itself returns, with API Gateway's messages. */
const gatewayErrors = {
  unknownStage: [403, undefined, 'Forbidden', 'ForbiddenException'],
  unknownRoute: [
    403,
    'MISSING_AUTHENTICATION_TOKEN',
    'Missing Authentication Token',
    'MissingAuthenticationTokenException',
  ],
  unsigned: [
    403,
    'MISSING_AUTHENTICATION_TOKEN',
    'Missing Authentication Token',
    'MissingAuthenticationTokenException',
  ],
  throttled: [429, 'THROTTLED', 'Too Many Requests', 'TooManyRequestsException'],
  unauthorized: [401, 'UNAUTHORIZED', 'Unauthorized', 'UnauthorizedException'],
  expired: [401, 'UNAUTHORIZED', 'The incoming token has expired', 'UnauthorizedException'],
  bodyTooLarge: [413, undefined, 'Request Too Long', 'RequestTooLargeException'],
  eventTooLarge: [
    413,
    undefined,
    'Request must be smaller than 6291456 bytes for the InvokeFunction operation',
    'RequestTooLargeException',
  ],
  notPermitted: [
    500,
    'API_CONFIGURATION_ERROR',
    'Internal server error',
    'InternalServerErrorException',
  ],
  unexpected: [500, 'DEFAULT_5XX', 'Internal server error', 'InternalServerErrorException'],
  functionFailed: [502, 'DEFAULT_5XX', 'Internal server error', 'InternalServerErrorException'],
  functionTooSlow: [
    504,
    'INTEGRATION_TIMEOUT',
    'Endpoint request timed out',
    'InternalServerErrorException',
  ],
} as const satisfies Record<
  string,
  /** Without a gateway response type nothing adds CORS headers, so browsers cannot read these. */
  [status: number, responseType: string | undefined, message: string, errorType: string]
>;

export type GatewayErrorCode = keyof typeof gatewayErrors;

type ErrorContext = {
  readonly gatewayResponses: ReadonlyMap<string, GatewayResponse>;
  readonly requestId: string;
  readonly extendedRequestId: string;
  readonly httpMethod: string;
  readonly resourcePath: string;
  readonly stage: string;
};

/** The response for an error, customised by the template's gateway responses. */
export function toErrorResponse(
  errorCode: GatewayErrorCode,
  { gatewayResponses, ...context }: ErrorContext,
): HttpResponse {
  const [status, responseType, message, errorType] = gatewayErrors[errorCode];
  const inherited = status < 500 ? 'DEFAULT_4XX' : 'DEFAULT_5XX';
  const specific = responseType && gatewayResponses.get(responseType);
  const gatewayResponse =
    specific || (responseType && gatewayResponses.get(inherited)) || plainGatewayResponse;
  const body = fillTemplate(gatewayResponse.template, {
    ...context,
    'error.message': message,
    'error.messageString': JSON.stringify(message),
    'error.responseType': responseType ?? inherited,
  });
  const headers = withDefaultHeader(gatewayResponse.headers, 'Content-Type', 'application/json');
  return {
    status: gatewayResponse.status ?? status,
    headers: [...headers, ['x-amzn-ErrorType', errorType]],
    body,
  };
}
