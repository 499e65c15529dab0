import type { Reader } from '../../../template/property-reader.ts';
import type { Headers } from '../../../http/http-response.ts';

/** `ResponseParameters` that set headers to fixed text: `{ "gatewayresponse.header.Vary": "'Origin'" }`. */
export function staticHeadersFrom(response: Reader, prefix: string): Headers {
  return Object.entries(response.object('ResponseParameters')).map(([name, mapping]) => {
    const value = /^'(.*)'$/.exec(String(mapping))?.[1];
    if (!name.startsWith(prefix) || value === undefined)
      return response.refuse(`ResponseParameters.${name}`);
    return [name.slice(prefix.length), value];
  });
}
