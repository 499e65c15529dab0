import { readerOf } from '../../template/property-reader.ts';
import type { Resource } from '../../template/resource.ts';
import { accessKeyOf } from './function-credentials.ts';
import type { Callers } from './iam-caller.ts';
import { statementsOf } from './role-statements.ts';

/** The functions of the backend by their access keys, each with the statements of its role. */
export function callersFrom(resources: readonly Resource[]): Callers {
  const functions = resources.filter(({ type }) => type === 'AWS::Lambda::Function');
  return new Map(
    functions.map((lambda) => {
      const role = readerOf(lambda).requiredText('Role');
      const caller = {
        roleName: role.slice(role.lastIndexOf('/') + 1),
        functionName: lambda.id,
        statements: statementsOf(role, resources),
      };
      return [accessKeyOf(lambda.id), caller] as const;
    }),
  );
}
