import { signatureOf, type AwsResponse, type AwsRequest, type AwsService } from './aws-request.ts';
import { failWith } from './aws-failure.ts';
import { jsonFailure, targetOf } from './json-protocol.ts';
import { formOf, queryFailure } from './query-protocol.ts';

/** Refuses a request to an unsupported service, naming service and operation. */
export const unknownService: AwsService = async (request) => {
  const service = signatureOf(request)?.service ?? 'unsigned';
  const action = formOf(request).get('Action') ?? targetOf(request);
  const operation = action || `${request.method} ${request.path.slice(0, 100)}`;
  return failWith('UnknownOperationException', `The local AWS has no ${service}: ${operation}.`);
};

/** An error in the protocol of the request, whatever the service. */
export function failureFor(request: AwsRequest, thrown: unknown): AwsResponse {
  return formOf(request).has('Action') ? queryFailure(thrown) : jsonFailure(thrown);
}
