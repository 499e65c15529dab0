import { CopyObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { S3Handler } from 'aws-lambda';

const client = new S3Client({});

/** Makes a thumbnail of each picture: here, simply another copy. */
export const handler: S3Handler = async ({ Records }) => {
  for (const { s3 } of Records) {
    if (!s3.object.key.startsWith('pictures/')) continue;
    const command = new CopyObjectCommand({
      Bucket: s3.bucket.name,
      Key: s3.object.key.replace('pictures/', 'thumbnails/'),
      CopySource: `${s3.bucket.name}/${s3.object.key}`,
    });
    await client.send(command);
  }
};
