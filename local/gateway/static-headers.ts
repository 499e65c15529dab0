import { record, refuse } from '../template/properties.ts';
import type { Resource } from '../template/resource.ts';
import type { Headers } from './answer.ts';

/** `ResponseParameters` that set headers to fixed text: `{ "gatewayresponse.header.Vary": "'Origin'" }`. */
export function staticHeadersFrom(resource: Resource, prefix: string): Headers {
  return Object.entries(record(resource, 'ResponseParameters')).map(([name, mapping]) => {
    const value = /^'(.*)'$/.exec(String(mapping))?.[1];
    if (!name.startsWith(prefix) || value === undefined)
      refuse(resource, `ResponseParameters.${name}`);
    return [name.slice(prefix.length), value];
  });
}
