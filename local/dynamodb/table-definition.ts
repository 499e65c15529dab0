import type { Properties, Resource } from '../template/resource.ts';

export type Key = { readonly AttributeName: string; readonly KeyType: 'HASH' | 'RANGE' };
export type Attribute = { readonly AttributeName: string; readonly AttributeType: string };
export type Index = {
  readonly IndexName: string;
  readonly KeySchema: readonly Key[];
  readonly Projection: { readonly ProjectionType: string; readonly NonKeyAttributes?: string[] };
};
export type Stream = { readonly StreamEnabled: boolean; readonly StreamViewType?: string };
export type TimeToLive = { readonly Enabled: boolean; readonly AttributeName: string };

/** A table in the words of DynamoDB's `CreateTable`, which `DescribeTable` answers in too. */
export type TableDefinition = {
  readonly TableName: string;
  readonly AttributeDefinitions: readonly Attribute[];
  readonly KeySchema: readonly Key[];
  readonly GlobalSecondaryIndexes?: readonly Index[];
  readonly LocalSecondaryIndexes?: readonly Index[];
  readonly StreamSpecification?: Stream;
  readonly BillingMode: 'PAY_PER_REQUEST';
};

/** What the template says of a table. A property that would change how it behaves is refused. */
export function tableDefinition({ id, path, properties }: Resource): TableDefinition {
  for (const name of Object.keys(properties))
    if (!understood.has(name)) throw new Error(`${path}: ${name} is not understood locally.`);
  const table = properties as Properties & Declared;
  return {
    TableName: id,
    AttributeDefinitions: table.AttributeDefinitions,
    KeySchema: table.KeySchema,
    // Nobody pays here, and provisioned throughput is not throttled.
    BillingMode: 'PAY_PER_REQUEST',
    ...(table.GlobalSecondaryIndexes && {
      GlobalSecondaryIndexes: table.GlobalSecondaryIndexes.map(onlyWhatShapes),
    }),
    ...(table.LocalSecondaryIndexes && {
      LocalSecondaryIndexes: table.LocalSecondaryIndexes.map(onlyWhatShapes),
    }),
    ...(table.StreamSpecification && {
      StreamSpecification: { StreamEnabled: true, ...table.StreamSpecification },
    }),
  };
}

/** The attribute that says when an item expires, if the template names one. */
export function timeToLive({ properties }: Resource): TimeToLive | undefined {
  return properties['TimeToLiveSpecification'] as TimeToLive | undefined;
}

function onlyWhatShapes({ IndexName, KeySchema, Projection }: Index): Index {
  return { IndexName, KeySchema, Projection };
}

type Declared = Pick<TableDefinition, 'AttributeDefinitions' | 'KeySchema'> & {
  readonly GlobalSecondaryIndexes?: readonly Index[];
  readonly LocalSecondaryIndexes?: readonly Index[];
  readonly StreamSpecification?: { readonly StreamViewType: string };
};

const shaping =
  'TableName AttributeDefinitions KeySchema GlobalSecondaryIndexes LocalSecondaryIndexes ' +
  'StreamSpecification TimeToLiveSpecification';

/** Costs, backups, encryption: a desk has none of these. */
const passedOver =
  'BillingMode ProvisionedThroughput OnDemandThroughput WarmThroughput TableClass Tags ' +
  'PointInTimeRecoverySpecification DeletionProtectionEnabled SSESpecification ' +
  'ContributorInsightsSpecification';

const understood = new Set(`${shaping} ${passedOver}`.split(' '));
