import { encoderFor, limitIn } from './list-objects.ts';
import { uploadOf } from './multipart-upload.ts';
import { onBucket, onObject, type Operation } from './operation.ts';
import { xmlResponse } from '../protocol/xml-response.ts';

export const listParts: Operation = {
  parameters: ['max-parts', 'part-number-marker', 'encoding-type'],
  actions: onObject('ListMultipartUploadParts'),
  run(call, storage) {
    const { query } = call.request;
    const upload = uploadOf(call, storage);
    const after = Number(query.get('part-number-marker') ?? 0);
    const limit = limitIn(query, 'max-parts');
    const behind = storage.multipart.parts(upload.id).filter(({ number }) => number > after);
    const parts = behind.slice(0, limit);
    return xmlResponse('ListPartsResult', {
      Bucket: call.bucket.name,
      Key: encoderFor(query)(call.key),
      UploadId: upload.id,
      PartNumberMarker: after,
      NextPartNumberMarker: parts.at(-1)?.number,
      MaxParts: limit,
      IsTruncated: parts.length < behind.length,
      StorageClass: 'STANDARD',
      ChecksumAlgorithm: upload.algorithm,
      ChecksumType: upload.algorithm && 'COMPOSITE',
      Part: parts.map(({ number, etag, size, changedAt, checksum }) => ({
        PartNumber: number,
        LastModified: new Date(changedAt),
        ETag: `"${etag}"`,
        Size: size,
        ...(upload.algorithm && { [`Checksum${upload.algorithm}`]: checksum }),
      })),
    });
  },
};

export const listUploads: Operation = {
  parameters: ['prefix', 'max-uploads', 'key-marker', 'upload-id-marker', 'encoding-type'],
  actions: onBucket('ListBucketMultipartUploads'),
  run({ request: { query }, bucket }, { multipart }) {
    const text = encoderFor(query);
    const prefix = query.get('prefix') ?? '';
    const after = { key: query.get('key-marker') ?? '', id: query.get('upload-id-marker') ?? '' };
    const limit = limitIn(query, 'max-uploads');
    const found = multipart.list(bucket.name, after).filter(({ key }) => key.startsWith(prefix));
    const uploads = found.slice(0, limit);
    const last = uploads.length < found.length ? uploads.at(-1) : undefined;
    return xmlResponse('ListMultipartUploadsResult', {
      Bucket: bucket.name,
      Prefix: text(prefix),
      KeyMarker: text(after.key),
      UploadIdMarker: after.id,
      NextKeyMarker: last && text(last.key),
      NextUploadIdMarker: last?.id,
      EncodingType: query.get('encoding-type') ?? undefined,
      MaxUploads: limit,
      IsTruncated: last !== undefined,
      Upload: uploads.map(({ id, key, startedAt, algorithm }) => ({
        UploadId: id,
        Key: text(key),
        Initiated: new Date(startedAt),
        StorageClass: 'STANDARD',
        ChecksumAlgorithm: algorithm,
      })),
    });
  },
};
