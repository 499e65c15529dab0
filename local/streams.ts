import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Database } from './database.ts';
import type { LambdaFunction } from './lambda/function.ts';
import type { Queues } from './queues.ts';
import { createCheckpoints } from './streams/checkpoints.ts';
import { failureMessage } from './streams/failure-message.ts';
import { mappingSettingsFrom, type MappingSettings } from './streams/mapping-settings.ts';
import { startPoller, type Poller } from './streams/poller.ts';
import type { StreamRecord } from './streams/record.ts';
import { refuseWithoutRights } from './streams/rights.ts';
import { takenFrom } from './streams/taken.ts';
import { region } from './template/arn.ts';
import type { Resource } from './template/resource.ts';

export type Streams = {
  mappings(): readonly MappingSettings[];
  update(resources: readonly Resource[]): Promise<void>;
  close(): Promise<void>;
};

type Setting = {
  readonly resources: readonly Resource[];
  readonly folder: string;
  readonly database: Pick<Database, 'engineUrl'>;
  /** Asked at each batch, so that a function deployed again gets the next one. */
  readonly functionNamed: (name: string) => LambdaFunction | undefined;
  readonly queues: Pick<Queues, 'byArn'>;
  readonly log: (line: string) => void;
};

/** Every table's stream that drives a function, from where it was left at the last stop or crash. */
export function startStreams({ resources, folder, ...deps }: Setting): Streams {
  const checkpoints = createCheckpoints(join(folder, 'streams.json'));
  let mappings = mappingsOf(resources);
  let pollers = mappings.map(start);

  function start(mapping: MappingSettings): Poller {
    const { functionName, streamArn, batch, onFailure } = mapping;
    return startPoller(mapping, {
      engineUrl: deps.database.engineUrl,
      checkpoints,
      log: deps.log,
      async invoke(records) {
        const event = { Records: records.map((it) => asDelivered(it, streamArn)) };
        const invocation = await deps.functionNamed(functionName)?.invoke(event, randomUUID());
        return takenFrom(invocation ?? gone, records, batch.reportsFailures);
      },
      async giveUp({ shard, ...given }) {
        const { condition, records } = given;
        deps.log(`Stream: ${records.length} record(s) for ${functionName} given up, ${condition}.`);
        if (onFailure === undefined) return;
        const where = { functionName, shardId: shard.id, streamArn, now: Date.now() };
        const message = failureMessage({ ...given, ...where });
        await deps.queues.byArn(onFailure).send(JSON.stringify(message));
      },
    });
  }

  const stop = () => Promise.all(pollers.map((it) => it.close()));
  return {
    mappings: () => mappings,
    async update(next) {
      const nextMappings = mappingsOf(next);
      await stop();
      mappings = nextMappings;
      pollers = mappings.map(start);
    },
    async close() {
      await stop();
    },
  };
}

const gone = { ok: false, reason: 'closed' } as const;

/** Throws where the function may not read the stream, or may not tell the queue. */
export function mappingsOf(resources: readonly Resource[]): readonly MappingSettings[] {
  const mappings = resources
    .filter(({ type }) => type === 'AWS::Lambda::EventSourceMapping')
    .map(mappingSettingsFrom);
  for (const mapping of mappings) refuseWithoutRights(mapping, resources);
  return mappings;
}

/** As AWS would have written it: engines on a desk put their own name in the place of a region. */
function asDelivered(record: StreamRecord, eventSourceARN: string): object {
  return { ...record, awsRegion: region, eventSourceARN };
}
