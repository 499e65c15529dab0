import { readCorsRules, type CorsRule } from './cors-rules.ts';
import { bucketStatements, type PolicyStatement } from './bucket-policy.ts';
import { readLifecycleRules, type LifecycleRule } from './lifecycle-rules.ts';
import { readerOf, type Reader } from '../../template/property-reader.ts';
import type { Resource } from '../../template/resource.ts';
import type { Versioning } from './storage/object-store.ts';

/** A bucket of the template. */
export type BucketSettings = {
  readonly name: string;
  readonly versioning: Versioning;
  readonly corsRules: readonly CorsRule[];
  readonly lifecycleRules: readonly LifecycleRule[];
  /** Of the bucket's own policy, for each caller. */
  readonly policy: readonly PolicyStatement[];
};

/** By name. */
export type Buckets = ReadonlyMap<string, BucketSettings>;

export function bucketsFrom(resources: readonly Resource[]): Buckets {
  return new Map(
    resources
      .filter(({ type }) => type === 'AWS::S3::Bucket')
      .map((resource) => [resource.id, bucketFrom(resource, resources)]),
  );
}

function bucketFrom(resource: Resource, resources: readonly Resource[]): BucketSettings {
  const bucket = readerOf(resource);
  bucket.nothingBut([...served, ...deployedOnly]);
  refusePublicAccess(bucket);
  refuseOtherEncryption(bucket);
  return {
    name: resource.id,
    versioning: bucket.only('VersioningConfiguration.Status', undefined, 'Enabled', 'Suspended'),
    corsRules: readCorsRules(bucket.part('CorsConfiguration')),
    lifecycleRules: readLifecycleRules(bucket.part('LifecycleConfiguration')),
    policy: bucketStatements(resource.id, resources),
  };
}

const served = [
  'BucketName',
  'CorsConfiguration',
  'LifecycleConfiguration',
  'OwnershipControls',
  'PublicAccessBlockConfiguration',
  'VersioningConfiguration',
];

/**
 * Encryption: objects are on this machine’s disk in the clear; responses say what S3 always does. Nobody but their
 * author reads them, so there is no log of accesses. Tags are for billing, and for Amplify’s console.
 */
const deployedOnly = ['BucketEncryption', 'LoggingConfiguration', 'Tags'];

/** Nobody reads or writes here without a signature, so a bucket that is open to everybody is refused. */
function refusePublicAccess(bucket: Reader): void {
  const access = bucket.part('PublicAccessBlockConfiguration');
  const flags = [
    'BlockPublicAcls',
    'BlockPublicPolicy',
    'IgnorePublicAcls',
    'RestrictPublicBuckets',
  ];
  access.nothingBut(flags);
  for (const flag of flags)
    if (access.flag(flag) === false)
      access.refuse(flag, 'is false, and public access has no local counterpart');
  const ownership = bucket.part('OwnershipControls');
  ownership.nothingBut(['Rules']);
  for (const rule of ownership.each('Rules')) rule.only('ObjectOwnership', 'BucketOwnerEnforced');
}

/** With a key of KMS, roles would need grants that nothing checks here. */
function refuseOtherEncryption(bucket: Reader): void {
  for (const rule of bucket.part('BucketEncryption').each('ServerSideEncryptionConfiguration'))
    rule.only('ServerSideEncryptionByDefault.SSEAlgorithm', undefined, 'AES256');
}
