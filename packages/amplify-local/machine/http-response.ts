/** Headers in the order and case they are sent in; a name may occur more than once. */
export type Headers = readonly (readonly [name: string, value: string])[];

/** A response, whether the gateway or a function made it. */
export type HttpResponse = {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
};

/** The headers with this one first, unless they already have it. */
export function withDefaultHeader(headers: Headers, name: string, value: string): Headers {
  const isThere = headers.some(([given]) => given.toLowerCase() === name.toLowerCase());
  return isThere ? headers : [[name, value], ...headers];
}
