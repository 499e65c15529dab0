import { S3 } from '@aws-sdk/client-s3';

/** The SDK's client with the credentials of an administrator. @param endpoint of all local AWS APIs */
export function administratorS3(endpoint: string): S3 {
  return new S3({
    endpoint,
    region: 'us-east-1',
    forcePathStyle: true,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
}
