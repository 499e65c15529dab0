import type { Reader } from '../template/reader.ts';
import { withDefault, type Answer } from './answer.ts';
import { staticHeadersFrom } from './static-headers.ts';

/** The one fixed answer of a MOCK integration: what CDK makes for CORS preflights. */
export function mockAnswerFrom(integration: Reader): Answer {
  integration.nothingBut([
    'IntegrationResponses',
    'PassthroughBehavior',
    'RequestTemplates',
    'Type',
  ]);
  // A request template chooses among the responses by its status code; with a single response it does not matter.
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
    headers: status === 204 ? headers : withDefault(headers, 'Content-Type', 'application/json'),
    body: '',
  };
}
