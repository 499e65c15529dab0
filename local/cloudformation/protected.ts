import { readerOf } from '../template/reader.ts';
import type { Resource } from '../template/resource.ts';

/** Throws for what AWS would not delete: the production branch's table and its accounts. */
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
