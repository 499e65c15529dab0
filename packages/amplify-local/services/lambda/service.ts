import type { Service } from '../../template/service.ts';
import { arn } from '../../template/arn.ts';
import { named } from '../../template/resource-naming.ts';
import { dynamoDb } from '../dynamodb/service.ts';
import { mail } from '../mail/service.ts';
import { secretsOf } from './function-secrets.ts';
import { lambdaApi } from './lambda-api.ts';
import type { LambdaFunction } from './lambda-function.ts';
import { createFunctions } from './lambda-functions.ts';

type Lambda = {
  readonly byName: () => ReadonlyMap<string, LambdaFunction>;
  readonly functionNamed: (name: string) => LambdaFunction | undefined;
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
  check(resources) {
    for (const resource of resources)
      if (resource.type === 'AWS::Lambda::Function') secretsOf(resource, { resources });
  },
  start({ backend, account, log, use }) {
    const setting = {
      database: use(dynamoDb),
      redirect: use(mail).emailApi.redirect,
      ...(account && { parametersUrl: account.url }),
      log,
    };
    let functions = createFunctions({ ...setting, backend });
    let closing: Promise<void> | undefined;
    const api: Lambda = {
      byName: () => functions.byName,
      functionNamed: (name) => functions.byName.get(name),
      close: () => (closing ??= functions.close()),
    };
    return {
      api,
      update(next) {
        const previous = functions;
        functions = createFunctions({ ...setting, backend: next });
        return () => previous.close();
      },
      close: api.close,
      handleAwsRequest: lambdaApi(api.functionNamed),
    };
  },
};
