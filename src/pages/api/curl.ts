import type { OpenApiOperation } from '#core/api/openapi-document.ts';

type CurlRequest = {
  readonly url: string;
  readonly path: string;
  readonly method: string;
  readonly operation: Pick<OpenApiOperation, 'parameters' | 'requestBody'>;
};

/** A curl command for a request, with the examples of the OpenAPI document. */
export function curlFor({ url, path, method, operation }: CurlRequest): string {
  const { parameters, requestBody } = operation;
  const body = requestBody?.content['application/json']?.example;
  const headers = parameters.filter((it) => it.in === 'header');
  const examples = Object.fromEntries(parameters.map(({ name, example }) => [name, example]));
  const filledIn = path.replace(/\{(\w+)\}/g, (_, name: string) => String(examples[name]));
  return [
    `curl ${method === 'get' ? '' : `-X ${method.toUpperCase()} `}${quoted(url + filledIn)}`,
    '-H "Authorization: $ID_TOKEN"',
    ...headers.map(({ name, example }) => `-H ${quoted(`${name}: ${String(example)}`)}`),
    ...(body === undefined
      ? []
      : ['-H "Content-Type: application/json"', `-d ${quoted(JSON.stringify(body))}`]),
  ].join(' \\\n  ');
}

/** Quotes for a shell, in which a single quote ends a single-quoted string. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
