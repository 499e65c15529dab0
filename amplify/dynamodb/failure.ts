import type { Attributes } from './attribute-values.ts';

/** DynamoDB's refusal; its `name` is DynamoDB's, such as `ConditionalCheckFailedException`. */
export type Failure = Error & {
  readonly status: number;
  /** The item that a condition did not hold for, where it was asked for. */
  readonly Item?: Attributes;
};

type Refusal = {
  readonly __type?: unknown;
  readonly message?: unknown;
  readonly Message?: unknown;
  readonly Item?: Attributes;
};

export function failureFrom(status: number, body: string): Failure {
  const { __type, message, Message, Item } = refusalIn(body);
  const name = typeof __type === 'string' ? __type.slice(__type.indexOf('#') + 1) : undefined;
  const said = message ?? Message;
  return Object.assign(new Error(typeof said === 'string' ? said : `Status ${status}`), {
    name: name ?? 'UnknownError',
    status,
    ...(Item && { Item }),
  });
}

/** What stands between may answer for DynamoDB, in HTML. */
function refusalIn(body: string): Refusal {
  try {
    return (JSON.parse(body) ?? {}) as Refusal;
  } catch {
    return {};
  }
}
