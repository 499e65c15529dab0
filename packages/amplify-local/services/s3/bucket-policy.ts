import { roleArn } from '../../template/arn.ts';
import { readerOf, type Reader } from '../../template/property-reader.ts';
import type { Resource } from '../../template/resource.ts';
import type { Statement } from '../iam/policy-statement.ts';

/** A statement of a bucket's policy, and the roles that it is about. */
export type PolicyStatement = {
  readonly statement: Statement;
  appliesTo(roleName: string): boolean;
};

/**
 * What conditions may ask about every request. Nothing here leaves the machine, so a policy that refuses requests
 * without TLS has nothing to refuse: it matters only when deployed.
 */
export const transport: Readonly<Record<string, string>> = {
  'aws:SecureTransport': 'true',
  's3:TlsVersion': '1.3',
};

/** The statements of a bucket's policy. Their actions and conditions are read when a request needs them. */
export function bucketStatements(
  bucketName: string,
  resources: readonly Resource[],
): readonly PolicyStatement[] {
  return resources
    .filter(({ type }) => type === 'AWS::S3::BucketPolicy')
    .map(readerOf)
    .filter((policy) => policy.requiredText('Bucket') === bucketName)
    .flatMap((policy) => {
      policy.nothingBut(['Bucket', 'PolicyDocument']);
      policy.part('PolicyDocument').nothingBut(['Id', 'Statement', 'Version']);
      const { Statement: statements } = policy.object('PolicyDocument');
      const all = statements ?? policy.refuse('PolicyDocument.Statement', 'is missing');
      return [all as Written | readonly Written[]].flat().map((it) => statementFrom(it, policy));
    });
}

type Written = Statement & {
  readonly Principal?: string | { readonly [kind: string]: string | readonly string[] };
  readonly NotPrincipal?: unknown;
};

function statementFrom({ Principal, ...written }: Written, policy: Reader): PolicyStatement {
  const { NotPrincipal, ...statement } = written;
  const where = 'PolicyDocument.Statement';
  if (NotPrincipal !== undefined || Principal === undefined)
    return policy.refuse(where, 'has no Principal');
  const byKind = typeof Principal === 'string' ? { AWS: Principal } : Principal;
  // Services of AWS, such as the one that writes logs of accesses, are not here.
  const { AWS = [], Service: _, ...others } = byKind;
  const [kind] = Object.keys(others);
  if (kind !== undefined)
    policy.refuse(where, `has a principal of ${kind}, which has no local counterpart`);
  const principals = [AWS].flat();
  const isForAll = principals.includes('*');
  if (isForAll && statement.Effect === 'Allow')
    policy.refuse(where, 'allows everybody, and public access has no local counterpart');
  const unknown = principals.find((it) => it !== '*' && !it.startsWith(roleArn('')));
  if (unknown !== undefined)
    policy.refuse(where, `has the principal ${unknown}, which is no role of the backend`);
  return {
    statement,
    appliesTo: (roleName) => isForAll || principals.includes(roleArn(roleName)),
  };
}
