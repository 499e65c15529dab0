import { readerOf } from '../../template/reader.ts';
import type { Resource } from '../../template/resource.ts';
import type { GroupSettings } from '../settings.ts';

const known = ['Description', 'GroupName', 'Precedence', 'RoleArn', 'UserPoolId'];

/** What the AWS::Cognito::UserPoolGroups say, in the order of their precedence: a low number counts most. */
export function groupSettingsFrom(resources: readonly Resource[]): GroupSettings[] {
  return resources
    .map((resource) => {
      const group = readerOf(resource);
      group.nothingBut(known);
      return {
        name: group.text('GroupName') ?? resource.id,
        roleArn: group.text('RoleArn'),
        precedence: group.integer('Precedence') ?? Infinity,
      };
    })
    .toSorted((one, other) => one.precedence - other.precedence || 0)
    .map(({ name, roleArn }) => ({ name, roleArn }));
}
