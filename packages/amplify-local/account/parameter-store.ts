import { openJsonFile } from '../machine/json-file.ts';
import { getOwn } from '../template/get-own-value.ts';

export type Parameter = {
  readonly name: string;
  readonly type: string;
  readonly value: string;
  readonly version: number;
  /** Milliseconds since 1970. */
  readonly changedAt: number;
};

/** Parameter Store, in a file that only its owner may read. Values are not encrypted. */
export type Parameters = {
  named(name: string): Parameter | undefined;
  under(path: string): readonly Parameter[];
  /** Resolves once the new version would survive a crash. */
  put(parameter: Pick<Parameter, 'name' | 'type' | 'value'>): Promise<Parameter>;
  /** Resolves to false if there was none. */
  delete(name: string): Promise<boolean>;
};

type Deps = { readonly file: string; readonly now?: () => number };

/** @param given parameters that always exist */
export function openParameters(
  given: Readonly<Record<string, string>>,
  { file, now = Date.now }: Deps,
): Parameters {
  const stored = openJsonFile<Record<string, Parameter>>(file, {});
  const builtIn = Object.entries(given).map(([name, value]) => {
    return [name, { name, type: 'String', value, version: 1, changedAt: 0 }] as const;
  });
  const all = (): Record<string, Parameter> => ({
    ...Object.fromEntries(builtIn),
    ...stored.value,
  });

  return {
    named: (name) => getOwn(all(), name),
    under(path) {
      const folder = `${path.replace(/\/+$/, '')}/`;
      return Object.values(all()).filter(({ name }) => name.startsWith(folder));
    },
    async put({ name, type, value }) {
      const version = (getOwn(all(), name)?.version ?? 0) + 1;
      const parameter = { name, type, value, version, changedAt: now() };
      stored.value[name] = parameter;
      await stored.save();
      return parameter;
    },
    async delete(name) {
      if (!Object.hasOwn(stored.value, name)) return false;
      delete stored.value[name];
      await stored.save();
      return true;
    },
  };
}
