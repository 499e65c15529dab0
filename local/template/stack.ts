import { own } from '../own.ts';
import type { Declaration, Stack } from './assembly.ts';
import { holds } from './conditions.ts';
import { identityOf, type Identity } from './identities.ts';
import { evaluate, evaluateText, type Scope } from './intrinsics.ts';
import type { Once } from './once.ts';
import { pseudoParameters, stackIdOf } from './pseudo-parameters.ts';
import type { Properties, Resource } from './resource.ts';

/** A stack whose parts are resolved when asked for. */
export type OpenStack = {
  readonly resources: () => readonly Resource[];
  readonly outputs: () => { readonly [name: string]: string };
  readonly output: (name: string) => string;
};

/** Opens a stack; a nested one asks `given` for the parameters its parent passes down. */
export function openStack(
  stack: Stack,
  once: Once,
  given: (parameter: string) => unknown = () => undefined,
): OpenStack {
  const { path, template } = stack;
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
    return once(where, () => evaluateText(found.Value, scopeAt(`Outputs.${name}`)));
  }

  function openNested(logicalId: string, child: Stack): OpenStack {
    return openStack(child, once, (parameter) => {
      const passed = declared(logicalId).Properties?.['Parameters'] as Properties | undefined;
      return evaluate(passed?.[parameter], scopeAt(`${logicalId}.Parameters.${parameter}`));
    });
  }

  function scopeAt(place: string): Scope {
    const where = path + place;
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
        const value = own(own(own(template.Mappings, map), top), second);
        if (value !== undefined) return value;
        throw new Error(`${where}: Fn::FindInMap finds nothing at ${map}.${top}.${second}.`);
      },
    };
  }

  function parameter(name: string): unknown {
    const where = `${path}Parameters.${name}`;
    return once(where, () => {
      const { Type = 'String', Default } = own(template.Parameters, name) ?? {};
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
    return once(where, () =>
      identityOf({
        type: Type,
        path: where,
        logicalId,
        stackName: stack.name,
        property: (name) => evaluate(Properties?.[name], scopeAt(`${logicalId}.${name}`)),
      }),
    );
  }

  function condition(name: string): boolean {
    const where = `${path}Conditions.${name}`;
    const found = template.Conditions?.[name];
    if (found === undefined) throw new Error(`${where} is not declared.`);
    return once(where, () => holds(found, scopeAt(`Conditions.${name}`)));
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
