import type { Operation } from '#core/openapi.ts';

type Call = {
  readonly url: string;
  readonly path: string;
  readonly method: string;
  readonly operation: Pick<Operation, 'parameters' | 'requestBody'>;
};

/** A call as one types it into a terminal, with the examples of its description. */
export function curlFor({ url, path, method, operation }: Call): string {
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

/** For a shell, which reads a single quote inside single quotes as their end. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
