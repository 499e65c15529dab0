import type { Reader } from '../../template/property-reader.ts';
import type { ObjectVersion } from './storage/object-version.ts';
import type { Upload } from './storage/multipart-store.ts';

/** What is deleted by itself, and when. Undefined is never. */
export type LifecycleRule = {
  readonly prefix: string;
  readonly tags: readonly (readonly [key: string, value: string])[];
  readonly largerThan: number;
  readonly smallerThan: number;
  readonly expirationDays: number | undefined;
  /** Milliseconds since 1970. */
  readonly expirationDate: number | undefined;
  readonly deletesLoneTombstones: boolean;
  readonly noncurrentDays: number | undefined;
  /** How many versions before the latest are kept in any case. */
  readonly keptNoncurrent: number;
  readonly abortDays: number | undefined;
};

export function readLifecycleRules(configuration: Reader): readonly LifecycleRule[] {
  configuration.nothingBut(['Rules', 'TransitionDefaultMinimumObjectSize']);
  return configuration
    .each('Rules')
    .filter((rule) => rule.only('Status', 'Enabled', 'Disabled') === 'Enabled')
    .map(ruleFrom);
}

function ruleFrom(rule: Reader): LifecycleRule {
  rule.nothingBut([...served, ...deployedOnly]);
  rule.part('AbortIncompleteMultipartUpload').nothingBut(['DaysAfterInitiation']);
  rule
    .part('NoncurrentVersionExpiration')
    .nothingBut(['NewerNoncurrentVersions', 'NoncurrentDays']);
  const date = rule.text('ExpirationDate');
  return {
    prefix: rule.text('Prefix') ?? '',
    tags: rule
      .each('TagFilters')
      .map((it) => [it.requiredText('Key'), it.requiredText('Value')] as const),
    largerThan: rule.number('ObjectSizeGreaterThan') ?? -1,
    smallerThan: rule.number('ObjectSizeLessThan') ?? Infinity,
    expirationDays: rule.integer('ExpirationInDays'),
    expirationDate: date === undefined ? undefined : Date.parse(date),
    deletesLoneTombstones: rule.flag('ExpiredObjectDeleteMarker') ?? false,
    noncurrentDays:
      rule.integer('NoncurrentVersionExpiration.NoncurrentDays') ??
      rule.integer('NoncurrentVersionExpirationInDays'),
    keptNoncurrent: rule.integer('NoncurrentVersionExpiration.NewerNoncurrentVersions') ?? 0,
    abortDays: rule.integer('AbortIncompleteMultipartUpload.DaysAfterInitiation'),
  };
}

const served = [
  'AbortIncompleteMultipartUpload',
  'ExpirationDate',
  'ExpirationInDays',
  'ExpiredObjectDeleteMarker',
  'Id',
  'NoncurrentVersionExpiration',
  'NoncurrentVersionExpirationInDays',
  'ObjectSizeGreaterThan',
  'ObjectSizeLessThan',
  'Prefix',
  'Status',
  'TagFilters',
];

/** Cheaper storage: this machine has one kind. */
const deployedOnly = [
  'NoncurrentVersionTransition',
  'NoncurrentVersionTransitions',
  'Transition',
  'Transitions',
];

/** Whether a broken upload is to be aborted. */
export function isUploadExpired(
  { prefix, abortDays }: LifecycleRule,
  upload: Upload,
  now: number,
): boolean {
  return upload.key.startsWith(prefix) && isOver(upload.startedAt, abortDays, now);
}

/**
 * Which versions of one key a rule deletes.
 * @param versions all of them, the newest first
 */
export function expiredVersions(
  rule: LifecycleRule,
  versions: readonly ObjectVersion[],
  now: number,
): readonly ObjectVersion[] {
  const [latest, ...others] = versions;
  if (!latest || !latest.key.startsWith(rule.prefix)) return [];
  const isDue = latest.isTombstone
    ? others.length === 0 &&
      (rule.deletesLoneTombstones || isOver(latest.changedAt, rule.expirationDays, now))
    : isCovered(rule, latest) &&
      (isOver(latest.changedAt, rule.expirationDays, now) ||
        now >= (rule.expirationDate ?? Infinity));
  const replaced = others.filter((version, index) => {
    // It is the former version since the next was written.
    const since = versions[index]?.changedAt ?? now;
    const isKept = index < rule.keptNoncurrent;
    return !isKept && isCovered(rule, version) && isOver(since, rule.noncurrentDays, now);
  });
  return isDue ? [latest, ...replaced] : replaced;
}

function isCovered(
  { tags, largerThan, smallerThan }: LifecycleRule,
  version: ObjectVersion,
): boolean {
  const own = new Map(Object.entries(version.description.tags));
  const { size } = version;
  return (
    size > largerThan && size < smallerThan && tags.every(([key, value]) => own.get(key) === value)
  );
}

const day = 24 * 60 * 60 * 1000;

/** As in S3, days are counted to the next midnight of UTC. */
function isOver(since: number, days: number | undefined, now: number): boolean {
  return days !== undefined && now >= Math.ceil((since + days * day) / day) * day;
}
