import { readerOf, type Reader } from '../template/reader.ts';
import type { Resource } from '../template/resource.ts';

export type Key = { readonly AttributeName: string; readonly KeyType: 'HASH' | 'RANGE' };
export type Attribute = { readonly AttributeName: string; readonly AttributeType: string };
export type Index = {
  readonly IndexName: string;
  readonly KeySchema: readonly Key[];
  readonly Projection: { readonly ProjectionType: string; readonly NonKeyAttributes?: string[] };
};
export type Stream = { readonly StreamEnabled: boolean; readonly StreamViewType?: string };

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
export function tableDefinition(resource: Resource): TableDefinition {
  const table = readerOf(resource);
  table.nothingBut([...shaping, ...passedOver]);
  return {
    TableName: resource.id,
    AttributeDefinitions: table.each('AttributeDefinitions').map(attributeFrom),
    KeySchema: table.each('KeySchema').map(keyFrom),
    // Nobody pays here, and provisioned throughput is not throttled.
    BillingMode: 'PAY_PER_REQUEST',
    ...indexesFrom(table, 'GlobalSecondaryIndexes'),
    ...indexesFrom(table, 'LocalSecondaryIndexes'),
    ...(table.has('StreamSpecification') && { StreamSpecification: streamFrom(table) }),
  };
}

/** The attribute that says when an item expires, if items do. */
export function expiryAttribute(resource: Resource): string | undefined {
  const expiry = readerOf(resource).part('TimeToLiveSpecification');
  return expiry.flag('Enabled') ? expiry.text('AttributeName') : undefined;
}

function attributeFrom(attribute: Reader): Attribute {
  attribute.nothingBut(['AttributeName', 'AttributeType']);
  return {
    AttributeName: attribute.requiredText('AttributeName'),
    AttributeType: attribute.requiredText('AttributeType'),
  };
}

function keyFrom(key: Reader): Key {
  key.nothingBut(['AttributeName', 'KeyType']);
  return {
    AttributeName: key.requiredText('AttributeName'),
    KeyType: key.only('KeyType', 'HASH', 'RANGE'),
  };
}

function indexesFrom(table: Reader, kind: 'GlobalSecondaryIndexes' | 'LocalSecondaryIndexes') {
  return table.has(kind) && { [kind]: table.each(kind).map(indexFrom) };
}

function indexFrom(index: Reader): Index {
  const projection = index.part('Projection');
  projection.nothingBut(['NonKeyAttributes', 'ProjectionType']);
  const others = projection.texts('NonKeyAttributes');
  return {
    IndexName: index.requiredText('IndexName'),
    KeySchema: index.each('KeySchema').map(keyFrom),
    Projection: {
      ProjectionType: projection.requiredText('ProjectionType'),
      ...(others && { NonKeyAttributes: others }),
    },
  };
}

function streamFrom(table: Reader): Stream {
  const stream = table.part('StreamSpecification');
  stream.nothingBut(['StreamViewType']);
  return { StreamEnabled: true, StreamViewType: stream.requiredText('StreamViewType') };
}

const shaping = [
  'AttributeDefinitions',
  'GlobalSecondaryIndexes',
  'KeySchema',
  'LocalSecondaryIndexes',
  'StreamSpecification',
  'TableName',
  'TimeToLiveSpecification',
];
/** Costs, backups, encryption: a desk has none of these. */
const passedOver = [
  'BillingMode',
  'ContributorInsightsSpecification',
  'DeletionProtectionEnabled',
  'OnDemandThroughput',
  'PointInTimeRecoverySpecification',
  'ProvisionedThroughput',
  'SSESpecification',
  'TableClass',
  'Tags',
  'WarmThroughput',
];
