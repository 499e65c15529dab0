import { readerOf } from '../../template/property-reader.ts';
import type { Resource } from '../../template/resource.ts';

/** Throws for resources that AWS would not delete: the table and user pool of a protected backend. */
export function refuseProtected(resources: readonly Resource[]): void {
  for (const resource of resources) {
    const reader = readerOf(resource);
    const isProtected =
      (resource.type === 'AWS::DynamoDB::Table' && reader.flag('DeletionProtectionEnabled')) ||
      (resource.type === 'AWS::Cognito::UserPool' &&
        reader.text('DeletionProtection') === 'ACTIVE');
    if (isProtected) throw new Error(`${resource.path} is protected against deletion.`);
  }
}
