import { createHash } from 'node:crypto';
import { versionHeader } from './object-headers.ts';
import { onNewObject, onObject, type Call, type Operation } from './operation.ts';
import { checkWriteConditions } from './preconditions.ts';
import type { Storage } from '../storage/open-storage.ts';
import {
  algorithmNamed,
  announcedChecksum,
  checksumHeader,
  checksumOfParts,
} from '../protocol/checksums.ts';
import { readDescription } from '../protocol/read-description.ts';
import { receiveBody } from '../protocol/receive-body.ts';
import { failS3 } from '../protocol/s3-failure.ts';
import { headerOf } from '../protocol/s3-request.ts';
import { readXml, type XmlElement } from '../protocol/xml-body.ts';
import { xmlResponse } from '../protocol/xml-response.ts';
import type { Part, Upload } from '../storage/multipart-store.ts';

/** Bytes of every part but the last: 5 MiB. */
const smallestPart = 5 * 1024 ** 2;
const mostParts = 10_000;

export const createUpload: Operation = {
  actions: onNewObject,
  run({ request, bucket, key }, { multipart }) {
    const named = headerOf(request, 'x-amz-checksum-algorithm');
    const algorithm = named === undefined ? undefined : algorithmNamed(named);
    const upload = { key, description: readDescription(request), algorithm };
    const { id } = multipart.begin(bucket.name, upload);
    const response = xmlResponse('InitiateMultipartUploadResult', {
      Bucket: bucket.name,
      Key: key,
      UploadId: id,
    });
    return {
      ...response,
      headers: {
        ...response.headers,
        'x-amz-checksum-algorithm': algorithm,
        'x-amz-checksum-type': algorithm && 'COMPOSITE',
        'x-amz-server-side-encryption': 'AES256',
      },
    };
  },
};

export const uploadPart: Operation = {
  parameters: ['partNumber'],
  actions: onObject('PutObject'),
  async run(call, storage) {
    const { request } = call;
    const upload = uploadOf(call, storage);
    const number = partNumberIn(request.query.get('partNumber'));
    const announced = announcedChecksum(request);
    if (upload.algorithm && announced?.algorithm !== upload.algorithm)
      failS3(
        'InvalidRequest',
        `Checksum Type mismatch occurred, expected checksum Type: ${upload.algorithm}, actual checksum Type: ${announced?.algorithm ?? 'null'}`,
      );
    const { segment, md5, checksum } = await receiveBody(request, storage.blobs);
    const part = {
      ...segment,
      number,
      etag: md5,
      checksum: checksum?.value,
      changedAt: storage.now(),
    };
    // It may have been completed or aborted while the bytes arrived.
    if (!storage.multipart.putPart(upload.id, part)) failS3('NoSuchUpload');
    return {
      status: 200,
      headers: {
        etag: `"${md5}"`,
        'x-amz-server-side-encryption': 'AES256',
        ...(checksum && { [checksumHeader(checksum.algorithm)]: checksum.value }),
      },
    };
  },
};

export const completeUpload: Operation = {
  actions: onObject('PutObject'),
  async run(call, storage) {
    const { request, bucket, key } = call;
    const listed = (await readXml(request, 'CompleteMultipartUpload')).all('Part');
    const id = uploadIdOf(call);
    const done = storage.multipart.completed(bucket.name, key, id);
    const completed = done ?? complete(call, listed, storage);
    const response = xmlResponse('CompleteMultipartUploadResult', {
      Location: `/${bucket.name}/${key}`,
      Bucket: bucket.name,
      Key: key,
      ETag: `"${completed.etag}"`,
    });
    return { ...response, headers: { ...response.headers, ...versionHeader(bucket, completed) } };
  },
};

function complete(call: Call, listed: readonly XmlElement[], storage: Storage) {
  const { request, bucket, key } = call;
  const upload = uploadOf(call, storage);
  const parts = chosenParts(listed, upload, storage.multipart.parts(upload.id));
  checkWriteConditions(request, storage.store.find(bucket.name, key));
  const { algorithm } = upload;
  const checksum =
    algorithm &&
    checksumOfParts(
      algorithm,
      parts.map((it) => it.checksum ?? ''),
    );
  const object = {
    key,
    segments: parts,
    etag: etagOfParts(parts),
    description: { ...upload.description, ...(checksum && { checksum }) },
  };
  return storage.multipart.complete(upload, bucket, object);
}

/** The parts in the order of the list, which names each by its number and ETag. */
function chosenParts(
  listed: readonly XmlElement[],
  { algorithm }: Upload,
  uploaded: readonly Part[],
): readonly Part[] {
  if (listed.length === 0 || listed.length > mostParts) failS3('MalformedXML');
  const numbers = listed.map((it) => partNumberIn(it.requiredText('PartNumber')));
  if (numbers.some((it, index) => it <= (numbers[index - 1] ?? 0))) failS3('InvalidPartOrder');
  return listed.map((it, index) => {
    const part = uploaded.find((one) => one.number === numbers[index]) ?? failS3('InvalidPart');
    const checksum = algorithm && it.text(`Checksum${algorithm}`);
    if (it.requiredText('ETag').replaceAll('"', '') !== part.etag) failS3('InvalidPart');
    if (checksum !== undefined && checksum !== part.checksum) failS3('InvalidPart');
    if (part.size < smallestPart && index < listed.length - 1) failS3('EntityTooSmall');
    return part;
  });
}

/** As in S3: the MD5 of the parts' MD5, and their number. */
function etagOfParts(parts: readonly Part[]): string {
  const md5 = createHash('md5');
  for (const { etag } of parts) md5.update(Buffer.from(etag, 'hex'));
  return `${md5.digest('hex')}-${parts.length}`;
}

export const abortUpload: Operation = {
  actions: onObject('AbortMultipartUpload'),
  run(call, storage) {
    storage.multipart.abort(uploadOf(call, storage).id);
    return { status: 204 };
  },
};

export function uploadOf(call: Call, { multipart }: Storage): Upload {
  return multipart.find(call.bucket.name, call.key, uploadIdOf(call)) ?? failS3('NoSuchUpload');
}

function uploadIdOf({ request }: Call): string {
  return request.query.get('uploadId') ?? '';
}

function partNumberIn(text: string | null): number {
  const number = /^\d{1,5}$/.test(text ?? '') ? Number(text) : 0;
  if (number < 1 || number > mostParts)
    failS3('InvalidArgument', 'Part number must be an integer between 1 and 10000, inclusive');
  return number;
}
