import { readerOf } from '../../template/property-reader.ts';
import type { Resource } from '../../template/resource.ts';
import { eventFilter, type EventFilter } from './event-filter.ts';

/** An `AWS::Lambda::EventSourceMapping` from a table's stream to the function that gets its records. */
export type MappingSettings = {
  readonly id: string;
  readonly functionName: string;
  /** The ARN in the template; the engine gives the same stream another label. */
  readonly streamArn: string;
  readonly tableName: string;
  readonly startAt: 'TRIM_HORIZON' | 'LATEST';
  readonly isWanted: EventFilter;
  readonly batch: BatchPolicy;
  /** The ARN of the queue that is notified of records given up. */
  readonly onFailure: string | undefined;
};

export type BatchPolicy = {
  readonly size: number;
  readonly bisects: boolean;
  /** Whether the function's result says which records failed. */
  readonly reportsFailures: boolean;
  /** -1 is unlimited. */
  readonly retries: number;
  /** Seconds; -1 is as long as the stream keeps records. */
  readonly maxAge: number;
};

export function mappingSettingsFrom(resource: Resource): MappingSettings {
  const mapping = readerOf(resource);
  mapping.nothingBut(supported);
  mapping.only('Enabled', undefined, true);
  mapping.only('ParallelizationFactor', undefined, 1);
  mapping.onlyTexts('FunctionResponseTypes', 'ReportBatchItemFailures');
  const streamArn = mapping.requiredText('EventSourceArn');
  const tableName = /:table\/([^/]+)\/stream\//.exec(streamArn)?.[1];
  if (tableName === undefined) mapping.refuse('EventSourceArn', 'is not the stream of a table');
  const filters = mapping
    .part('FilterCriteria')
    .each('Filters')
    .map((it) => eventFilter(it.requiredText('Pattern')));
  return {
    id: resource.id,
    functionName: mapping.requiredText('FunctionName'),
    streamArn,
    tableName: tableName ?? '',
    startAt: mapping.only('StartingPosition', 'TRIM_HORIZON', 'LATEST'),
    isWanted: (event) => filters.length === 0 || filters.some((fits) => fits(event)),
    batch: {
      size: mapping.integer('BatchSize') ?? 100,
      bisects: mapping.flag('BisectBatchOnFunctionError') ?? false,
      reportsFailures: mapping.has('FunctionResponseTypes'),
      retries: mapping.integer('MaximumRetryAttempts') ?? -1,
      maxAge: mapping.integer('MaximumRecordAgeInSeconds') ?? -1,
    },
    onFailure: mapping.text('DestinationConfig.OnFailure.Destination'),
  };
}

const supported = [
  'BatchSize',
  'BisectBatchOnFunctionError',
  'DestinationConfig',
  'Enabled',
  'EventSourceArn',
  'FilterCriteria',
  'FunctionName',
  'FunctionResponseTypes',
  'MaximumBatchingWindowInSeconds',
  'MaximumRecordAgeInSeconds',
  'MaximumRetryAttempts',
  'ParallelizationFactor',
  'StartingPosition',
  'Tags',
];
