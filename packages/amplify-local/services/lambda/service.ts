import type { Service } from '../../template/service.ts';
import { arn } from '../../template/arn.ts';
import { named } from '../../template/resource-naming.ts';
import { dynamoDb } from '../dynamodb/service.ts';
import { iam } from '../iam/service.ts';
import { mail } from '../mail/service.ts';
import { isReference } from './resource-references.ts';
import { refuseMissingQueuePermission } from './queue-permission.ts';
import { secretsOf } from './function-secrets.ts';
import { lambdaApi } from './lambda-api.ts';
import type { LambdaFunction } from './lambda-function.ts';
import { createFunctions } from './lambda-functions.ts';

type Lambda = {
  readonly byName: () => ReadonlyMap<string, LambdaFunction>;
  readonly functionNamed: (name: string) => LambdaFunction | undefined;
  /** Adds variables to the environment of all functions, before any of them runs. */
  readonly provide: (environment: Readonly<Record<string, string>>) => Promise<void>;
  /** Can be called more than once. */
  readonly close: () => Promise<void>;
};

export const lambda: Service<Lambda> = {
  name: 'lambda',
  resources: {
    'AWS::Lambda::Function': {
      id: named('FunctionName'),
      attributes: { Arn: (id) => arn('lambda', `function:${id}`) },
    },
  },
  ignored: {
    'AWS::SSM::Parameter': {
      because: 'a function gets the name that it refers to in its environment',
      naming: { id: named('Name') },
      applies: isReference,
    },
  },
  check(resources) {
    for (const resource of resources)
      if (resource.type === 'AWS::Lambda::Function') {
        secretsOf(resource, { resources });
        refuseMissingQueuePermission(resource, resources);
      }
  },
  start({ backend, account, log, use }) {
    let provided: Readonly<Record<string, string>> = {};
    const setting = {
      environmentFor: (functionName: string) => ({
        ...use(iam).environmentFor(functionName),
        ...use(dynamoDb).environment,
        ...provided,
      }),
      redirect: use(mail).emailApi.redirect,
      ...(account && { parametersUrl: account.url }),
      log,
    };
    let current = backend;
    let functions = createFunctions({ ...setting, backend });
    let closing: Promise<void> | undefined;
    const api: Lambda = {
      byName: () => functions.byName,
      functionNamed: (name) => functions.byName.get(name),
      async provide(environment) {
        provided = { ...provided, ...environment };
        await functions.close();
        functions = createFunctions({ ...setting, backend: current });
      },
      close: () => (closing ??= functions.close()),
    };
    return {
      api,
      update(next) {
        const previous = functions;
        current = next;
        functions = createFunctions({ ...setting, backend: next });
        return () => previous.close();
      },
      close: api.close,
      handleAwsRequest: lambdaApi(api.functionNamed),
    };
  },
};
