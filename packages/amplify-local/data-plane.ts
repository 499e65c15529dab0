import { failWith } from './machine/aws-failure.ts';
import type { AwsService } from './machine/aws-request.ts';
import { jsonService } from './machine/json-protocol.ts';
import type { AwsApi } from './template/service.ts';

/** The AWS APIs of a running backend: the first service that handles a request answers it. */
export function createDataPlane(apis: readonly AwsApi[]): AwsService {
  return jsonService((target, input, request) => {
    for (const handle of apis) {
      const output = handle(target, input, request);
      if (output !== undefined) return output;
    }
    const { method, path, query } = request;
    const operation = target || `${method} ${[path, query].filter(String).join('?')}`;
    return failWith(
      'UnknownOperationException',
      `The local AWS has no ${operation.slice(0, 100)}.`,
    );
  });
}
