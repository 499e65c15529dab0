import { versionHeader } from './object-headers.ts';
import { onNewObject, type Operation } from './operation.ts';
import { checkWriteConditions } from './preconditions.ts';
import { checksumHeader } from '../protocol/checksums.ts';
import { readDescription } from '../protocol/read-description.ts';
import { receiveBody } from '../protocol/receive-body.ts';

export const putObject: Operation = {
  actions: onNewObject,
  async run({ request, bucket, key }, { store, blobs }) {
    const description = readDescription(request);
    const { segment, md5, checksum } = await receiveBody(request, blobs);
    try {
      checkWriteConditions(request, store.find(bucket.name, key));
    } catch (thrown) {
      blobs.delete([segment.blob]);
      throw thrown;
    }
    const object = {
      key,
      segments: [segment],
      etag: md5,
      description: { ...description, ...(checksum && { checksum }) },
    };
    const stored = store.put(bucket, object, 'ObjectCreated:Put');
    return {
      status: 200,
      headers: {
        etag: `"${md5}"`,
        'x-amz-server-side-encryption': 'AES256',
        ...(checksum && { [checksumHeader(checksum.algorithm)]: checksum.value }),
        ...versionHeader(bucket, stored),
      },
    };
  },
};
