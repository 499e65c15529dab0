import { readerOf, type Reader } from '../../template/property-reader.ts';
import type { Resource } from '../../template/resource.ts';

export type Key = { readonly AttributeName: string; readonly KeyType: 'HASH' | 'RANGE' };
export type Attribute = { readonly AttributeName: string; readonly AttributeType: string };
export type Index = {
  readonly IndexName: string;
  readonly KeySchema: readonly Key[];
  readonly Projection: { readonly ProjectionType: string; readonly NonKeyAttributes?: string[] };
};
export type Stream = { readonly StreamEnabled: boolean; readonly StreamViewType?: string };

/** A table as in DynamoDB's `CreateTable` and `DescribeTable`. */
export type TableDefinition = {
  readonly TableName: string;
  readonly AttributeDefinitions: readonly Attribute[];
  readonly KeySchema: readonly Key[];
  readonly GlobalSecondaryIndexes?: readonly Index[];
  readonly LocalSecondaryIndexes?: readonly Index[];
  readonly StreamSpecification?: Stream;
  readonly BillingMode: 'PAY_PER_REQUEST';
};

/** Reads a table from the template. Unsupported properties that change its behaviour are refused. */
export function tableDefinition(resource: Resource): TableDefinition {
  const table = readerOf(resource);
  table.nothingBut([...supported, ...ignored]);
  return {
    TableName: resource.id,
    AttributeDefinitions: table.each('AttributeDefinitions').map(attributeFrom),
    KeySchema: table.each('KeySchema').map(keyFrom),
    // Nothing is billed here, and provisioned throughput does not throttle.
    BillingMode: 'PAY_PER_REQUEST',
    ...indexesFrom(table, 'GlobalSecondaryIndexes'),
    ...indexesFrom(table, 'LocalSecondaryIndexes'),
    ...(table.has('StreamSpecification') && { StreamSpecification: streamFrom(table) }),
  };
}

/** The attribute with an item's expiry, if items expire. */
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

const supported = [
  'AttributeDefinitions',
  'GlobalSecondaryIndexes',
  'KeySchema',
  'LocalSecondaryIndexes',
  'StreamSpecification',
  'TableName',
  'TimeToLiveSpecification',
];
/** Ignored: costs, backups and encryption do not matter locally. */
const ignored = [
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
