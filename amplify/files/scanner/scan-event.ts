import type { Scan } from '#core/files/record-scan.ts';
import type { FileKey } from '#core/files/store/file-store.ts';
import { getOwn } from '#core/values/own-property.ts';
import { isRecord } from '#core/values/is-record.ts';
import { fileKeyOf, smallEnding } from '../object-key.ts';

/** The result of the scan of a file, or of the small copy of one. */
export type ScanEvent = { readonly key: FileKey; readonly isSmall: boolean; readonly scan: Scan };

/** What rules of EventBridge match: the events of a bucket's scans. */
export const scanEvents = {
  source: ['aws.guardduty'],
  detailType: ['GuardDuty Malware Protection Object Scan Result'],
};

/**
 * Reads the event that GuardDuty sends to EventBridge when it has scanned an object; `undefined` if it is about
 * something else.
 */
export function scanEventIn(event: unknown, bucket: string): ScanEvent | undefined {
  const detail = isRecord(event) ? event['detail'] : undefined;
  if (!isRecord(detail)) return undefined;
  const { s3ObjectDetails: object, scanResultDetails: details } = detail;
  if (!isRecord(object) || !isRecord(details)) return undefined;
  const { bucketName, objectKey, eTag } = object;
  if (bucketName !== bucket || typeof objectKey !== 'string' || typeof eTag !== 'string')
    return undefined;
  const isSmall = objectKey.endsWith(smallEnding);
  const key = fileKeyOf(isSmall ? objectKey.slice(0, -smallEnding.length) : objectKey);
  const result = getOwn(results, String(details['scanResultStatus'])) ?? 'impossible';
  return key && { key, isSmall, scan: { tag: eTag.replaceAll('"', ''), result } };
}

/** All others leave a file closed: it has a password, is too large, may not be read, or the scan failed. */
const results: { readonly [status: string]: Scan['result'] } = {
  NO_THREATS_FOUND: 'clean',
  THREATS_FOUND: 'malware',
};
