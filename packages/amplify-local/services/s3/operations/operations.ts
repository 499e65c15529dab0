import { getLocation, getVersioning, headBucket } from './bucket-operations.ts';
import { copyObject } from './copy-object.ts';
import { deleteObject, deleteObjects } from './delete-object.ts';
import { listObjects, listVersions } from './list-objects.ts';
import { listParts, listUploads } from './list-uploads.ts';
import { abortUpload, completeUpload, createUpload, uploadPart } from './multipart-upload.ts';
import { deleteTagging, getTagging, putTagging } from './object-tagging.ts';
import type { Operation } from './operation.ts';
import { putObject } from './put-object.ts';
import { getObject, headObject } from './read-object.ts';
import { getOwn } from '../../../template/get-own-value.ts';
import { failS3 } from '../protocol/s3-failure.ts';
import { headerOf, type S3Request } from '../protocol/s3-request.ts';

/** Query parameters that name an operation, as `?tagging` does. */
const subresources = [
  'delete',
  'location',
  'tagging',
  'uploadId',
  'uploads',
  'versioning',
  'versions',
];

const ofBucket: Readonly<Record<string, Operation>> = {
  HEAD: headBucket,
  GET: listObjects,
  'GET ?location': getLocation,
  'GET ?versioning': getVersioning,
  'GET ?versions': listVersions,
  'GET ?uploads': listUploads,
  'POST ?delete': deleteObjects,
};

const ofObject: Readonly<Record<string, Operation>> = {
  GET: getObject,
  HEAD: headObject,
  PUT: putObject,
  'PUT copy': copyObject,
  DELETE: deleteObject,
  'GET ?tagging': getTagging,
  'PUT ?tagging': putTagging,
  'DELETE ?tagging': deleteTagging,
  'POST ?uploads': createUpload,
  'PUT ?uploadId': uploadPart,
  'GET ?uploadId': listParts,
  'POST ?uploadId': completeUpload,
  'DELETE ?uploadId': abortUpload,
};

/** Parameters of signatures, and the name of the operation that the SDK adds. */
const ofEveryRequest = /^(x-amz-.*|x-id)$/i;

/** The operation that a request names. Others, and parameters that an operation does not read, are refused. */
export function operationFor(request: S3Request, key: string): Operation {
  const { method, query } = request;
  const parameters = [...query.keys()].filter((it) => !ofEveryRequest.test(it));
  const subresource = subresources.find((it) => query.has(it));
  const isCopy = headerOf(request, 'x-amz-copy-source') !== undefined;
  const name = [method, subresource && `?${subresource}`, isCopy && 'copy']
    .filter(Boolean)
    .join(' ');
  const operation = getOwn(key === '' ? ofBucket : ofObject, name);
  const known = [subresource, ...(operation?.parameters ?? [])];
  if (!operation || parameters.some((it) => !known.includes(it)))
    return failS3(
      'NotImplemented',
      `The local S3 has no ${unknownOperation(name, parameters, key)}.`,
    );
  return operation;
}

/** Such as `GET /bucket/key?acl`, with nothing of the request but names. */
function unknownOperation(name: string, parameters: readonly string[], key: string): string {
  const query = parameters.map((it) => it.replace(/[^\w-]/g, '').slice(0, 40)).join('&');
  return `${name.split(' ')[0]?.slice(0, 10)} /bucket${key === '' ? '' : '/key'}${query && `?${query}`}`;
}
