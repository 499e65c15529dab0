import { signatureOf, type AwsService } from './call.ts';
import { failWith } from './failure.ts';
import { jsonFailure, targetOf } from './json-protocol.ts';
import { formOf, queryFailure } from './query-protocol.ts';

/** Refuses a call to what is not here, naming service and operation, in the protocol it was asked in. */
export const unknownService: AwsService = async (call) => {
  const service = signatureOf(call)?.service ?? 'unsigned';
  const action = formOf(call).get('Action');
  const operation = action ?? (targetOf(call) || `${call.method} ${call.path.slice(0, 100)}`);
  try {
    return failWith('UnknownOperationException', `The local AWS has no ${service}: ${operation}.`);
  } catch (refusal) {
    return action === null ? jsonFailure(refusal) : queryFailure(refusal);
  }
};
