import { signatureOf, type AwsAnswer, type AwsCall, type AwsService } from './call.ts';
import { failWith } from './failure.ts';
import { jsonFailure, targetOf } from './json-protocol.ts';
import { formOf, queryFailure } from './query-protocol.ts';

/** Refuses a call to what is not here, naming service and operation. */
export const unknownService: AwsService = async (call) => {
  const service = signatureOf(call)?.service ?? 'unsigned';
  const action = formOf(call).get('Action') ?? targetOf(call);
  const operation = action || `${call.method} ${call.path.slice(0, 100)}`;
  return failWith('UnknownOperationException', `The local AWS has no ${service}: ${operation}.`);
};

/** A refusal in the protocol of the call, whoever it was for. */
export function failureFor(call: AwsCall, thrown: unknown): AwsAnswer {
  return formOf(call).has('Action') ? queryFailure(thrown) : jsonFailure(thrown);
}
