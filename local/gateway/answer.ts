/** Headers in the order and the case they are sent in; a name may come more than once. */
export type Headers = readonly (readonly [name: string, value: string])[];

/** What the gateway sends back, whoever made it. */
export type Answer = { readonly status: number; readonly headers: Headers; readonly body: string };

/** The headers with this one first, unless they already say so themselves. */
export function withDefault(headers: Headers, name: string, value: string): Headers {
  const isThere = headers.some(([given]) => given.toLowerCase() === name.toLowerCase());
  return isThere ? headers : [[name, value], ...headers];
}
