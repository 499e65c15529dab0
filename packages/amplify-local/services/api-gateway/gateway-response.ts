import type { Reader } from '../../template/property-reader.ts';
import type { Headers } from '../../machine/http-response.ts';

/** Customises the gateway's own errors of one type, or of all that fall under `DEFAULT_4XX` or `DEFAULT_5XX`. */
export type GatewayResponse = {
  readonly status: number | undefined;
  readonly headers: Headers;
  /** May contain `$context.…` variables. */
  readonly template: string;
};

export const plainGatewayResponse: GatewayResponse = {
  status: undefined,
  headers: [],
  template: '{"message":$context.error.messageString}',
};

export function gatewayResponseFrom(response: Reader): GatewayResponse {
  response.nothingBut([
    'ResponseParameters',
    'ResponseTemplates',
    'ResponseType',
    'RestApiId',
    'StatusCode',
  ]);
  return {
    status: response.number('StatusCode'),
    headers: staticHeadersFrom(response, 'gatewayresponse.header.'),
    template: templateOf(response),
  };
}

const variables = [
  'error.message',
  'error.messageString',
  'error.responseType',
  'requestId',
  'extendedRequestId',
  'httpMethod',
  'resourcePath',
  'stage',
] as const;

export type TemplateVariables = Readonly<Record<(typeof variables)[number], string>>;

const variable = /\$context\.([a-zA-Z.]*[a-zA-Z])/g;

export function fillTemplate(template: string, values: TemplateVariables): string {
  return template.replace(variable, (_, name: string) => values[name as keyof TemplateVariables]);
}

/** Only supported variables. The rest of the template language (`#if`, `$util`) is refused. */
function templateOf(response: Reader): string {
  const { 'application/json': given = plainGatewayResponse.template, ...others } =
    response.object('ResponseTemplates');
  const unknown = String(given).replace(variable, (whole, name: string) =>
    (variables as readonly string[]).includes(name) ? '' : whole,
  );
  if (Object.keys(others).length > 0 || typeof given !== 'string' || /[$#]/.test(unknown))
    return response.refuse('ResponseTemplates');
  return given;
}

/** `ResponseParameters` that set headers to fixed text: `{ "gatewayresponse.header.Vary": "'Origin'" }`. */
export function staticHeadersFrom(response: Reader, prefix: string): Headers {
  return Object.entries(response.object('ResponseParameters')).map(([name, mapping]) => {
    const value = /^'(.*)'$/.exec(String(mapping))?.[1];
    if (!name.startsWith(prefix) || value === undefined)
      return response.refuse(`ResponseParameters.${name}`);
    return [name.slice(prefix.length), value];
  });
}
