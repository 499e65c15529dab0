import type { Attributes } from './attribute-values.ts';

/** An error from DynamoDB, with its `name`, such as `ConditionalCheckFailedException`. */
export type DynamoError = Error & {
  readonly status: number;
  /** The item that did not meet a condition, if the request asked for it. */
  readonly Item?: Attributes;
};

type ErrorBody = {
  readonly __type?: unknown;
  readonly message?: unknown;
  readonly Message?: unknown;
  readonly Item?: Attributes;
};

export function toDynamoError(status: number, body: string): DynamoError {
  const { __type, message, Message, Item } = parseErrorBody(body);
  const name = typeof __type === 'string' ? __type.slice(__type.indexOf('#') + 1) : undefined;
  const text = message ?? Message;
  return Object.assign(new Error(typeof text === 'string' ? text : `Status ${status}`), {
    name: name ?? 'UnknownError',
    status,
    ...(Item && { Item }),
  });
}

/** The body may be HTML, from a proxy. */
function parseErrorBody(body: string): ErrorBody {
  try {
    return (JSON.parse(body) ?? {}) as ErrorBody;
  } catch {
    return {};
  }
}
