import type { AwsService } from '../machine/aws-request.ts';
import { failWith } from '../machine/aws-failure.ts';
import { jsonService } from '../machine/json-protocol.ts';
import { arn } from '../template/arn.ts';
import type { Parameter, Parameters } from './parameter-store.ts';

type Input = Readonly<Record<string, unknown>>;
type Operation = (parameters: Parameters, input: Input) => Promise<object> | object;

/** SSM's Parameter Store as far as `ampx sandbox secret`, CDK and functions use it. Other operations are refused by name. */
export function createSsm(parameters: Parameters): AwsService {
  return jsonService((target, input) => {
    const name = target.split('.').at(-1) ?? '';
    const operation = Object.hasOwn(operations, name) ? operations[name] : undefined;
    if (operation) return operation(parameters, input);
    return failWith('UnknownOperationException', `The local SSM has no operation "${name}".`);
  });
}

const operations: { readonly [name: string]: Operation } = {
  GetParameter(parameters, input) {
    const name = textIn(input, 'Name');
    const found = parameters.named(name);
    return found
      ? { Parameter: describeParameter(found, input) }
      : failWith('ParameterNotFound', `There is no parameter ${name}.`);
  },

  GetParameters(parameters, input) {
    const names = textsIn(input, 'Names');
    const found = names.flatMap((name) => parameters.named(name) ?? []);
    return {
      Parameters: found.map((it) => describeParameter(it, input)),
      InvalidParameters: names.filter((name) => !parameters.named(name)),
    };
  },

  GetParametersByPath(parameters, input) {
    const path = textIn(input, 'Path').replace(/\/+$/, '');
    const isNear = ({ name }: Parameter) => !name.slice(path.length + 1).includes('/');
    const all = parameters.under(path).filter((it) => input['Recursive'] === true || isNear(it));
    return { Parameters: all.map((it) => describeParameter(it, input)) };
  },

  async PutParameter(parameters, input) {
    const name = textIn(input, 'Name');
    if (!/^[\w./-]+$/.test(name))
      failWith('ValidationException', `A parameter cannot be called ${name}.`);
    const existing = parameters.named(name);
    if (existing && input['Overwrite'] !== true)
      failWith('ParameterAlreadyExists', `There is a parameter ${name} already.`);
    const type = typeof input['Type'] === 'string' ? input['Type'] : existing?.type;
    if (type !== 'String' && type !== 'SecureString' && type !== 'StringList')
      return failWith('ValidationException', `${name} needs a Type.`);
    const { version } = await parameters.put({ name, type, value: textIn(input, 'Value') });
    return { Version: version, Tier: 'Standard' };
  },

  async DeleteParameter(parameters, input) {
    const name = textIn(input, 'Name');
    if (await parameters.delete(name)) return {};
    return failWith('ParameterNotFound', `There is no parameter ${name}.`);
  },

  async DeleteParameters(parameters, input) {
    const [deleted, missing]: [string[], string[]] = [[], []];
    for (const name of textsIn(input, 'Names'))
      ((await parameters.delete(name)) ? deleted : missing).push(name);
    return { DeletedParameters: deleted, InvalidParameters: missing };
  },
};

function describeParameter(
  { name, type, value, version, changedAt }: Parameter,
  input: Input,
): object {
  const isHidden = type === 'SecureString' && input['WithDecryption'] !== true;
  return {
    Name: name,
    Type: type,
    Value: isHidden ? 'not decrypted' : value,
    Version: version,
    LastModifiedDate: changedAt / 1000,
    ARN: arn('ssm', `parameter/${name.replace(/^\//, '')}`),
    DataType: 'text',
  };
}

function textIn(input: Input, name: string): string {
  const value = input[name];
  if (typeof value === 'string' && value !== '') return value;
  return failWith('ValidationException', `${name} is missing.`);
}

function textsIn(input: Input, name: string): readonly string[] {
  const value = input[name];
  if (Array.isArray(value) && value.every((it) => typeof it === 'string')) return value;
  return failWith('ValidationException', `${name} is missing.`);
}
