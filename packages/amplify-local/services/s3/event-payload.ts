import { randomUUID } from 'node:crypto';
import { region } from '../../template/arn.ts';
import type { Notification } from './bucket-notifications.ts';
import { bucketArn } from './operations/operation.ts';
import type { ObjectEvent, Versioning } from './storage/object-store.ts';

/** What a function receives about an event, as S3 writes it. */
export function eventPayload(
  { bucket, name, object, happenedAt }: ObjectEvent,
  { id }: Notification,
  versioning: Versioning,
): object {
  const isCreation = name.startsWith('ObjectCreated:');
  const record = {
    eventVersion: '2.1',
    eventSource: 'aws:s3',
    awsRegion: region,
    eventTime: new Date(happenedAt).toISOString(),
    eventName: name,
    userIdentity: { principalId: 'AWS:local' },
    requestParameters: { sourceIPAddress: '127.0.0.1' },
    responseElements: { 'x-amz-request-id': randomUUID(), 'x-amz-id-2': 'local' },
    s3: {
      s3SchemaVersion: '1.0',
      configurationId: id,
      bucket: {
        name: bucket,
        ownerIdentity: { principalId: 'local' },
        arn: bucketArn({ name: bucket }),
      },
      object: {
        key: encodedKey(object.key),
        ...(isCreation && { size: object.size, eTag: object.etag }),
        ...(versioning !== undefined && { versionId: object.version }),
        // Later events of a key have greater ones.
        sequencer: object.id.toString(16).toUpperCase().padStart(18, '0'),
      },
    },
  };
  return { Records: [record] };
}

/** As in a form: a space is a plus sign. */
function encodedKey(key: string): string {
  return encodeURIComponent(key).replaceAll('%2F', '/').replaceAll('%20', '+');
}
