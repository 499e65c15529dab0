import { readerOf } from '../template/reader.ts';
import type { Resource } from '../template/resource.ts';
import { eventFilter, type EventFilter } from './event-filter.ts';

/** A table's stream and the function that gets its records, as an `AWS::Lambda::EventSourceMapping` says. */
export type MappingSettings = {
  readonly id: string;
  readonly functionName: string;
  /** As the template knows it; the engine gives the same stream another label. */
  readonly streamArn: string;
  readonly tableName: string;
  readonly startAt: 'TRIM_HORIZON' | 'LATEST';
  readonly isWanted: EventFilter;
  readonly batch: BatchPolicy;
  /** The ARN of the queue that is told of what was given up. */
  readonly onFailure: string | undefined;
};

export type BatchPolicy = {
  readonly size: number;
  readonly bisects: boolean;
  /** Whether the function's answer says which records failed. */
  readonly reportsFailures: boolean;
  /** -1: without end. */
  readonly retries: number;
  /** Seconds; -1: for as long as the stream remembers. */
  readonly maxAge: number;
};

export function mappingSettingsFrom(resource: Resource): MappingSettings {
  const mapping = readerOf(resource);
  mapping.nothingBut(honoured);
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

const honoured = [
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
