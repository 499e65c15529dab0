import { getOwn } from './get-own-value.ts';
import type { Declaration, Stack } from './assembly.ts';
import { holds } from './conditions.ts';
import { identityOf, type Identity, type Namings } from './resource-naming.ts';
import { evaluate, evaluateText, type Scope } from './intrinsics.ts';
import type { Memoize } from './memoize.ts';
import { pseudoParameters, stackIdOf } from './pseudo-parameters.ts';
import type { Properties, Resource } from './resource.ts';

/** A stack whose parts are resolved on demand. */
export type OpenStack = {
  readonly resources: () => readonly Resource[];
  readonly outputs: () => { readonly [name: string]: string };
  readonly output: (name: string) => string;
};

type Deps = { readonly memoize: Memoize; readonly namings: Namings };

/** Opens a stack. A nested stack gets the parameters passed by its parent from `given`. */
export function openStack(
  stack: Stack,
  deps: Deps,
  given: (parameter: string) => unknown = () => undefined,
): OpenStack {
  const { path, template } = stack;
  const { memoize, namings } = deps;
  const pseudo = pseudoParameters(stack);
  const nested = new Map(Array.from(stack.nested, ([id, child]) => [id, openNested(id, child)]));
  return { resources, outputs, output };

  function resources(): readonly Resource[] {
    return Object.entries(template.Resources)
      .filter(([, { Condition }]) => isPresent(Condition))
      .flatMap(([id]) => nested.get(id)?.resources() ?? [resource(id)]);
  }

  function resource(logicalId: string): Resource {
    const { Type, Properties = {} } = declared(logicalId);
    return {
      path: path + logicalId,
      type: Type,
      id: identity(logicalId).id,
      properties: evaluate(Properties, scopeAt(logicalId)) as Properties,
    };
  }

  function outputs(): { readonly [name: string]: string } {
    const present = Object.entries(template.Outputs ?? {}).filter(([, { Condition }]) =>
      isPresent(Condition),
    );
    return Object.fromEntries(present.map(([name]) => [name, output(name)]));
  }

  function output(name: string): string {
    const where = `${path}Outputs.${name}`;
    const found = template.Outputs?.[name];
    if (!found) throw new Error(`${where} is not declared.`);
    return memoize(where, () => evaluateText(found.Value, scopeAt(`Outputs.${name}`)));
  }

  function openNested(logicalId: string, child: Stack): OpenStack {
    return openStack(child, deps, (parameter) => {
      const passed = declared(logicalId).Properties?.['Parameters'] as Properties | undefined;
      return evaluate(passed?.[parameter], scopeAt(`${logicalId}.Parameters.${parameter}`));
    });
  }

  function scopeAt(location: string): Scope {
    const where = path + location;
    return {
      where,
      ref(name) {
        if (Object.hasOwn(pseudo, name)) return pseudo[name];
        if (template.Parameters?.[name]) return parameter(name);
        if (template.Resources[name]) return identity(name).id;
        throw new Error(`${where}: Ref ${name} names nothing in its stack.`);
      },
      attribute(logicalId, name) {
        const inner = nested.get(logicalId);
        if (inner && name.startsWith('Outputs.'))
          return inner.output(name.slice('Outputs.'.length));
        if (Object.hasOwn(template.Resources, logicalId))
          return identity(logicalId).attribute(name);
        throw new Error(`${where}: Fn::GetAtt ${logicalId}.${name} names nothing in its stack.`);
      },
      condition,
      mapping(map, top, second) {
        const value = getOwn(getOwn(getOwn(template.Mappings, map), top), second);
        if (value !== undefined) return value;
        throw new Error(`${where}: Fn::FindInMap finds nothing at ${map}.${top}.${second}.`);
      },
    };
  }

  function parameter(name: string): unknown {
    const where = `${path}Parameters.${name}`;
    return memoize(where, () => {
      const { Type = 'String', Default } = getOwn(template.Parameters, name) ?? {};
      if (Type.startsWith('AWS::SSM::')) throw new Error(`${where}: ${Type} has no value locally.`);
      const value = given(name) ?? Default;
      if (value === undefined) throw new Error(`${where} has neither a value nor a default.`);
      return /List/.test(Type) && typeof value === 'string' ? value.split(',') : value;
    });
  }

  function identity(logicalId: string): Identity {
    const { Type, Properties, Condition } = declared(logicalId);
    const where = path + logicalId;
    if (!isPresent(Condition)) throw new Error(`${where} is not made: ${Condition} does not hold.`);
    const child = stack.nested.get(logicalId);
    if (child) return { id: stackIdOf(child), attribute: (name) => noSuch(where, name) };
    return memoize(where, () =>
      identityOf(
        {
          type: Type,
          path: where,
          logicalId,
          stackName: stack.name,
          property: (name) => evaluate(Properties?.[name], scopeAt(`${logicalId}.${name}`)),
        },
        namings,
      ),
    );
  }

  function condition(name: string): boolean {
    const where = `${path}Conditions.${name}`;
    const found = template.Conditions?.[name];
    if (found === undefined) throw new Error(`${where} is not declared.`);
    return memoize(where, () => holds(found, scopeAt(`Conditions.${name}`)));
  }

  function isPresent(name: string | undefined): boolean {
    return name === undefined || condition(name);
  }

  function declared(logicalId: string): Declaration {
    const declaration = template.Resources[logicalId];
    if (!declaration) throw new Error(`${path}${logicalId} is not declared.`);
    return declaration;
  }
}

function noSuch(where: string, name: string): never {
  throw new Error(`${where}: a nested stack has no ${name}.`);
}
