import { account } from '../../template/arn.ts';
import { decide } from '../iam/evaluate-policy.ts';
import type { Caller } from '../iam/iam-caller.ts';
import type { RequiredAction } from './operations/operation.ts';
import { failS3 } from './protocol/s3-failure.ts';
import { transport } from './bucket-policy.ts';
import type { BucketSettings } from './bucket-settings.ts';

/** Who sends a request: a function with its role, or whoever administers the backend, who may do anything. */
export type S3Caller = Caller | 'administrator';

/** Throws unless the caller's role or the bucket's policy allows the action, and neither denies it. */
export function requireAction(
  caller: S3Caller,
  required: RequiredAction,
  bucket: BucketSettings,
): void {
  if (caller === 'administrator') return;
  const { action, resourceArn, conditionKeys } = required;
  const { roleName, functionName } = caller;
  const ofBucket = bucket.policy.filter((it) => it.appliesTo(roleName)).map((it) => it.statement);
  const statements = [...caller.statements, ...ofBucket];
  const decision = decide(statements, action, resourceArn, { ...transport, ...conditionKeys });
  if (decision.allowed) return;
  const session = `arn:aws:sts::${account}:assumed-role/${roleName}/${functionName}`;
  const may = `is not authorized to perform: ${action} on resource:`;
  failS3('AccessDenied', `User: ${session} ${may} "${resourceArn}" ${decision.because}`, {
    // Without the key, which may say something about a person.
    note: `${functionName} ${may} ${bucket.name} ${decision.because}`,
  });
}
