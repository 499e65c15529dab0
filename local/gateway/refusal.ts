import { withDefault, type Answer } from './answer.ts';
import { fillTemplate, plainGatewayResponse, type GatewayResponse } from './gateway-response.ts';

/** Everything the gateway answers by itself, in API Gateway's own words. */
const refusals = {
  unknownStage: [403, undefined, 'Forbidden', 'ForbiddenException'],
  unknownRoute: [
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
  /** Without a gateway response type nothing can add CORS headers: a browser cannot read these. */
  [status: number, responseType: string | undefined, message: string, errorType: string]
>;

export type Refusal = keyof typeof refusals;

type Occasion = {
  readonly gatewayResponses: ReadonlyMap<string, GatewayResponse>;
  readonly requestId: string;
  readonly extendedRequestId: string;
  readonly httpMethod: string;
  readonly resourcePath: string;
  readonly stage: string;
};

/** The answer to a refused request, dressed as the template's gateway responses ask. */
export function refusalToAnswer(refusal: Refusal, { gatewayResponses, ...on }: Occasion): Answer {
  const [status, responseType, message, errorType] = refusals[refusal];
  const inherited = status < 500 ? 'DEFAULT_4XX' : 'DEFAULT_5XX';
  const own = responseType && gatewayResponses.get(responseType);
  const dress = own || (responseType && gatewayResponses.get(inherited)) || plainGatewayResponse;
  const body = fillTemplate(dress.template, {
    ...on,
    'error.message': message,
    'error.messageString': JSON.stringify(message),
    'error.responseType': responseType ?? inherited,
  });
  const headers = withDefault(dress.headers, 'Content-Type', 'application/json');
  return {
    status: dress.status ?? status,
    headers: [...headers, ['x-amzn-ErrorType', errorType]],
    body,
  };
}
