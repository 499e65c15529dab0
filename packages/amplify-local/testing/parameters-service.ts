import type { Service } from '../template/service.ts';
import { failWith } from '../machine/aws-failure.ts';
import { readerOf } from '../template/property-reader.ts';
import type { Resource } from '../template/resource.ts';
import { named } from '../template/resource-naming.ts';

type Parameter = { readonly Name: string; readonly Type: string; readonly Value: string };

/** For tests: a service that is not in `services/`, for the parameters that a template declares in Parameter Store. */
export const parameters: Service<undefined> = {
  name: 'parameters',
  resources: {
    'AWS::SSM::Parameter': {
      id: named('Name'),
      attributes: { Value: (_, self) => String(self.property('Value')) },
    },
  },
  start({ backend }) {
    let byName = parametersIn(backend.resources);
    return {
      api: undefined,
      update(next) {
        byName = parametersIn(next.resources);
      },
      handleAwsRequest(target, { Name }) {
        if (target !== 'AmazonSSM.GetParameter') return undefined;
        const found = byName.get(String(Name));
        return found ? { Parameter: found } : failWith('ParameterNotFound', String(Name));
      },
    };
  },
};

function parametersIn(resources: readonly Resource[]): ReadonlyMap<string, Parameter> {
  return new Map(
    resources
      .filter(({ type }) => type === 'AWS::SSM::Parameter')
      .map((resource) => {
        const reader = readerOf(resource);
        reader.nothingBut(['Name', 'Type', 'Value']);
        const Type = reader.only('Type', 'String');
        return [resource.id, { Name: resource.id, Type, Value: reader.requiredText('Value') }];
      }),
  );
}
