import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { LocalDynamoDb } from '../dynamodb/local-dynamodb.ts';
import type { LambdaFunction } from '../lambda/lambda-function.ts';
import type { Queues } from '../sqs/queues.ts';
import { createCheckpoints } from './checkpoints.ts';
import { failureMessage } from './failure-message.ts';
import { mappingSettingsFrom, type MappingSettings } from './mapping-settings.ts';
import { startPoller, type Poller } from './stream-poller.ts';
import type { StreamRecord } from './stream-record.ts';
import { refuseMissingStreamPermissions } from './stream-permissions.ts';
import { toBatchOutcome } from './batch-outcome.ts';
import { region } from '../../template/arn.ts';
import type { Resource } from '../../template/resource.ts';

export type Streams = {
  mappings(): readonly MappingSettings[];
  update(resources: readonly Resource[]): Promise<void>;
  close(): Promise<void>;
};

type Setting = {
  readonly resources: readonly Resource[];
  readonly folder: string;
  readonly database: Pick<LocalDynamoDb, 'engineUrl'>;
  /** Looked up for each batch, so that a redeployed function gets the next one. */
  readonly functionNamed: (name: string) => LambdaFunction | undefined;
  readonly queues: Pick<Queues, 'byArn'>;
  readonly log: (line: string) => void;
};

/** Runs every event source mapping from a table's stream to a function, continuing at its checkpoint. */
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
        const event = { Records: records.map((it) => toLambdaRecord(it, streamArn)) };
        const invocation = await deps.functionNamed(functionName)?.invoke(event, randomUUID());
        return toBatchOutcome(invocation ?? functionIsClosed, records, batch.reportsFailures);
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

const functionIsClosed = { ok: false, reason: 'closed' } as const;

/** The backend's mappings. Throws if a function may not read its stream or send to its failure queue. */
export function mappingsOf(resources: readonly Resource[]): readonly MappingSettings[] {
  const mappings = resources
    .filter(({ type }) => type === 'AWS::Lambda::EventSourceMapping')
    .map(mappingSettingsFrom);
  for (const mapping of mappings) refuseMissingStreamPermissions(mapping, resources);
  return mappings;
}

/** With the region that AWS would write: local engines write their own name there. */
function toLambdaRecord(record: StreamRecord, eventSourceARN: string): object {
  return { ...record, awsRegion: region, eventSourceARN };
}
