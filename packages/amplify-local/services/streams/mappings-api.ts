import type { AwsApi } from '../../template/service.ts';
import { arn } from '../../template/arn.ts';
import type { MappingSettings } from './mapping-settings.ts';

/** Lambda's API of event source mappings, as far as it is supported: ListEventSourceMappings. */
export function mappingsApi(mappings: () => readonly MappingSettings[]): AwsApi {
  return (target, _, { method, path }) => {
    if (target || method !== 'GET' || !/^\/2015-03-31\/event-source-mappings\/?$/.test(path))
      return undefined;
    return { EventSourceMappings: mappings().map(describeMapping) };
  };
}

function describeMapping({ id, functionName, streamArn, onFailure }: MappingSettings): object {
  return {
    UUID: id,
    FunctionArn: arn('lambda', `function:${functionName}`),
    EventSourceArn: streamArn,
    ...(onFailure !== undefined && {
      DestinationConfig: { OnFailure: { Destination: onFailure } },
    }),
  };
}
