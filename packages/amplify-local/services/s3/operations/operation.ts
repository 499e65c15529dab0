import type { BucketSettings } from '../bucket-settings.ts';
import type { Storage } from '../storage/open-storage.ts';
import { headerOf, type S3Request, type S3Response } from '../protocol/s3-request.ts';

/** An IAM action on a bucket or object, with what conditions may compare. */
export type RequiredAction = {
  readonly action: string;
  readonly resourceArn: string;
  readonly conditionKeys?: Readonly<Record<string, string | undefined>>;
};

/** A request that has been authenticated. */
export type Call = {
  readonly request: S3Request;
  readonly bucket: BucketSettings;
  /** Empty if it is about the bucket. */
  readonly key: string;
  readonly bucketNamed: (name: string) => BucketSettings;
  /** Whether the caller may do it. */
  readonly may: (action: RequiredAction) => boolean;
  /** Throws unless the caller may do it. */
  readonly require: (action: RequiredAction) => void;
};

export type Operation = {
  /** The query parameters that it reads, apart from its own name. Any other is refused. */
  readonly parameters?: readonly string[];
  /** What the caller must be allowed. */
  readonly actions: (call: Call) => readonly RequiredAction[];
  readonly run: (call: Call, storage: Storage) => S3Response | Promise<S3Response>;
};

export function bucketArn({ name }: Pick<BucketSettings, 'name'>): string {
  return `arn:aws:s3:::${name}`;
}

/** An action on the object that a request is about. */
export const onObject =
  (action: string) =>
  ({ bucket, key }: Pick<Call, 'bucket' | 'key'>): readonly RequiredAction[] => [
    { action: `s3:${action}`, resourceArn: `${bucketArn(bucket)}/${key}` },
  ];

/** The actions that store an object, with its tags if it has some. */
export function onNewObject(call: Call): readonly RequiredAction[] {
  const hasTags = headerOf(call.request, 'x-amz-tagging') !== undefined;
  return [...onObject('PutObject')(call), ...(hasTags ? onObject('PutObjectTagging')(call) : [])];
}

/** An action on the object, or another if a version of it is named. */
export const onVersion =
  (action: string, versionAction: string) =>
  (call: Call): readonly RequiredAction[] =>
    onObject(call.request.query.has('versionId') ? versionAction : action)(call);

export const onBucket =
  (action: string) =>
  ({ bucket }: Pick<Call, 'bucket'>): readonly RequiredAction[] => [
    { action: `s3:${action}`, resourceArn: bucketArn(bucket) },
  ];
