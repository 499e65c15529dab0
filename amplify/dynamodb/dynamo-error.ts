import { getOwn } from '#core/values/own-property.ts';
import type { Attributes } from './attribute-values.ts';

/** An error from DynamoDB, with its `name`, such as `ConditionalCheckFailedException`. */
export type DynamoError = Error & {
  readonly status: number;
  /** The item that did not meet a condition, if the request asked for it. */
  readonly Item?: Attributes;
  /** Of a transaction: why each write was refused, in their order. */
  readonly CancellationReasons?: readonly CancellationReason[];
};

export type CancellationReason = {
  /** `None` if this write was not the reason. */
  readonly Code?: string;
  readonly Item?: Attributes;
};

type ErrorBody = {
  readonly __type?: unknown;
  readonly message?: unknown;
  readonly Message?: unknown;
  readonly Item?: Attributes;
  readonly CancellationReasons?: readonly CancellationReason[];
};

export function toDynamoError(status: number, body: string): DynamoError {
  const { __type, message, Message, Item, CancellationReasons: reasons } = parseErrorBody(body);
  const type = typeof __type === 'string' ? __type.slice(__type.indexOf('#') + 1) : undefined;
  const name = (reasons && retryableReason(reasons)) ?? type;
  const text = message ?? Message;
  return Object.assign(new Error(typeof text === 'string' ? text : `Status ${status}`), {
    name: name ?? 'UnknownError',
    status,
    ...(Item && { Item }),
    ...(reasons && { CancellationReasons: reasons }),
  });
}

/** Reasons for which a transaction may succeed a moment later, and the names of errors for which that is known. */
const retryable: { readonly [code: string]: string } = {
  TransactionConflict: 'TransactionInProgressException',
  ThrottlingError: 'ThrottlingException',
  ProvisionedThroughputExceeded: 'ProvisionedThroughputExceededException',
};

/** A condition may have failed as well, but what it depends on is about to change. */
function retryableReason(reasons: readonly CancellationReason[]): string | undefined {
  return reasons.flatMap(({ Code = '' }) => getOwn(retryable, Code) ?? [])[0];
}

/** The body may be HTML, from a proxy. */
function parseErrorBody(body: string): ErrorBody {
  try {
    return (JSON.parse(body) ?? {}) as ErrorBody;
  } catch {
    return {};
  }
}
