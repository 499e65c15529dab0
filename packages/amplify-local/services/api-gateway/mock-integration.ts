import type { Reader } from '../../template/property-reader.ts';
import { withDefaultHeader, type HttpResponse } from '../../machine/http-response.ts';
import { staticHeadersFrom } from './gateway-response.ts';

/** The fixed response of a MOCK integration, which CDK declares for CORS preflights. */
export function mockResponseFrom(integration: Reader): HttpResponse {
  integration.nothingBut([
    'IntegrationResponses',
    'PassthroughBehavior',
    'RequestTemplates',
    'Type',
  ]);
  // A request template selects a response by status code; with a single response it makes no difference.
  const templates = Object.values(integration.object('RequestTemplates'));
  if (
    !templates.every((template) =>
      /^\s*\{\s*"?statusCode"?\s*:\s*\d+\s*\}\s*$/.test(String(template)),
    )
  )
    integration.refuse('RequestTemplates');
  const [response, ...others] = integration.each('IntegrationResponses');
  if (!response || others.length > 0)
    return integration.refuse('IntegrationResponses', 'must be exactly one response');
  response.nothingBut(['ResponseParameters', 'StatusCode']);
  const headers = staticHeadersFrom(response, 'method.response.header.');
  const status = response.requiredNumber('StatusCode');
  return {
    status,
    headers:
      status === 204 ? headers : withDefaultHeader(headers, 'Content-Type', 'application/json'),
    body: '',
  };
}
