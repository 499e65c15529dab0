import { keepJson } from '../kept-json.ts';
import { own } from '../own.ts';

export type Parameter = {
  readonly name: string;
  readonly type: string;
  readonly value: string;
  readonly version: number;
  /** Milliseconds since 1970. */
  readonly changedAt: number;
};

/** Parameter Store: in a file that only its owner may read, and not encrypted. */
export type Parameters = {
  named(name: string): Parameter | undefined;
  under(path: string): readonly Parameter[];
  /** Ends when the new version would survive a crash. */
  put(parameter: Pick<Parameter, 'name' | 'type' | 'value'>): Promise<Parameter>;
  /** False when there was none. */
  delete(name: string): Promise<boolean>;
};

type Deps = { readonly file: string; readonly now?: () => number };

/** @param given parameters nobody has to put there */
export function openParameters(
  given: Readonly<Record<string, string>>,
  { file, now = Date.now }: Deps,
): Parameters {
  const kept = keepJson<Record<string, Parameter>>(file, {});
  const standing = Object.entries(given).map(([name, value]) => {
    return [name, { name, type: 'String', value, version: 1, changedAt: 0 }] as const;
  });
  const all = (): Record<string, Parameter> => ({ ...Object.fromEntries(standing), ...kept.value });

  return {
    named: (name) => own(all(), name),
    under(path) {
      const folder = `${path.replace(/\/+$/, '')}/`;
      return Object.values(all()).filter(({ name }) => name.startsWith(folder));
    },
    async put({ name, type, value }) {
      const version = (own(all(), name)?.version ?? 0) + 1;
      const parameter = { name, type, value, version, changedAt: now() };
      kept.value[name] = parameter;
      await kept.save();
      return parameter;
    },
    async delete(name) {
      if (!Object.hasOwn(kept.value, name)) return false;
      delete kept.value[name];
      await kept.save();
      return true;
    },
  };
}
