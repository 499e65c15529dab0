import { readerOf } from '../../../template/property-reader.ts';
import type { Resource } from '../../../template/resource.ts';
import type { GroupSettings } from './pool-settings.ts';

const supported = ['Description', 'GroupName', 'Precedence', 'RoleArn', 'UserPoolId'];

/** Reads the `AWS::Cognito::UserPoolGroup`s, in the order of their precedence: the lowest number comes first. */
export function groupSettingsFrom(resources: readonly Resource[]): GroupSettings[] {
  return resources
    .map((resource) => {
      const group = readerOf(resource);
      group.nothingBut(supported);
      return {
        name: group.text('GroupName') ?? resource.id,
        roleArn: group.text('RoleArn'),
        precedence: group.integer('Precedence') ?? Infinity,
      };
    })
    .toSorted((one, other) => one.precedence - other.precedence || 0)
    .map(({ name, roleArn }) => ({ name, roleArn }));
}
