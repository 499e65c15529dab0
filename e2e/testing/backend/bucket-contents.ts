import type { LocalBackend } from '../../../packages/amplify-local/start-backend.ts';
import { administratorS3 } from '../../../packages/amplify-local/testing/administrator-s3.ts';

export type BucketContents = {
  readonly objects: readonly {
    readonly key: string;
    readonly size: number | undefined;
    readonly sha256: string | undefined;
    /** How many. */
    readonly tags: number;
  }[];
  /** The keys of uploads in parts that are not complete. */
  readonly uploads: readonly string[];
};

/** Everything in the backend's bucket, in the order of the keys, read without the API. */
export async function bucketContents({
  awsUrl,
}: Pick<LocalBackend, 'awsUrl'>): Promise<BucketContents> {
  const s3 = administratorS3(awsUrl);
  const { Buckets: [{ Name: Bucket = '' } = {}] = [] } = await s3.listBuckets();
  const { Versions = [] } = await s3.listObjectVersions({ Bucket });
  const { Uploads = [] } = await s3.listMultipartUploads({ Bucket });
  if (Versions.some((it) => it.VersionId !== 'null')) throw new Error('The bucket has versions.');
  const objects = await Promise.all(
    Versions.map(async ({ Key = '', Size }) => {
      const head = await s3.headObject({ Bucket, Key, ChecksumMode: 'ENABLED' });
      const { TagSet = [] } = await s3.getObjectTagging({ Bucket, Key });
      return { key: Key, size: Size, sha256: head.ChecksumSHA256, tags: TagSet.length };
    }),
  );
  return { objects, uploads: Uploads.map(({ Key = '' }) => Key) };
}
