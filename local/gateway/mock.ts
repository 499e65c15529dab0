import { number, onlyProperties, parts, record, refuse } from '../template/properties.ts';
import type { Resource } from '../template/resource.ts';
import { withDefault, type Answer } from './answer.ts';
import { staticHeadersFrom } from './static-headers.ts';

/** The one fixed answer of a MOCK integration: what CDK makes for CORS preflights. */
export function mockAnswerFrom(integration: Resource): Answer {
  onlyProperties(integration, [
    'IntegrationResponses',
    'PassthroughBehavior',
    'RequestTemplates',
    'Type',
  ]);
  // A request template chooses among the responses by its status code; with a single response it does not matter.
  const templates = Object.values(record(integration, 'RequestTemplates'));
  if (
    !templates.every((template) =>
      /^\s*\{\s*"?statusCode"?\s*:\s*\d+\s*\}\s*$/.test(String(template)),
    )
  )
    refuse(integration, 'RequestTemplates');
  const [response, ...others] = parts(integration, 'IntegrationResponses');
  if (!response || others.length > 0)
    refuse(integration, 'IntegrationResponses', 'must be exactly one response');
  onlyProperties(response, ['ResponseParameters', 'StatusCode']);
  const headers = staticHeadersFrom(response, 'method.response.header.');
  const status = number(response, 'StatusCode');
  return {
    status,
    headers: status === 204 ? headers : withDefault(headers, 'Content-Type', 'application/json'),
    body: '',
  };
}
