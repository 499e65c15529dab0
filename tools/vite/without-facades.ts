import type { Plugin, Rolldown } from 'vite';

/**
 * Imports what a file only passes on from where it is, and leaves the file out. The bundler makes such a file for
 * each module that is imported later and is together with others (`loaded-together.ts`): one more request each, after
 * which nothing happens.
 */
export function withoutFacades(): Plugin {
  return {
    name: 'formstead:without-facades',
    apply: 'build',
    generateBundle: {
      order: 'pre',
      handler(_, bundle) {
        const chunks = Object.values(bundle).filter((it) => it.type === 'chunk');
        const facades = new Map(
          chunks.flatMap((it) => {
            const passedOn = it.isDynamicEntry ? passedOnBy(it) : undefined;
            return passedOn ? [[it.fileName, passedOn] as const] : [];
          }),
        );
        for (const chunk of chunks) {
          chunk.code = importDirectly(chunk.code, (file) => facades.get(`assets/${file}`));
          chunk.dynamicImports = chunk.dynamicImports.map((it) => facades.get(it)?.from ?? it);
        }
        for (const file of facades.keys()) delete bundle[file];
      },
    },
  };
}

/** What a file passes on, by the name that others import: `{ default: 't' }`. */
type PassedOn = {
  readonly from: string;
  readonly names: { readonly [exported: string]: string };
};

const onlyPassesOn =
  /^import\s*\{([\w$\s,]+)\}\s*from\s*"\.\/([^"]+)";\s*export\s*\{([\w$\s,]+)\};?\s*$/;

export function passedOnBy({
  code,
  moduleIds,
}: Pick<Rolldown.OutputChunk, 'code' | 'moduleIds'>): PassedOn | undefined {
  const [, imported, file, exported] = onlyPassesOn.exec(code) ?? [];
  if (moduleIds.length > 0 || !imported || !file || !exported) return undefined;
  const sources = new Map(pairsIn(imported).map(([name, local]) => [local, name]));
  const names = pairsIn(exported).map(([local, name]) => [name, sources.get(local) ?? local]);
  return { from: `assets/${file}`, names: Object.fromEntries(names) };
}

/** `a, b as c` as pairs: `a a`, `b c`. */
function pairsIn(list: string): readonly (readonly [string, string])[] {
  return list.split(',').map((it) => {
    const [name = '', as = name] = it.trim().split(/\s+as\s+/);
    return [name, as];
  });
}

/** @param facade what a file passes on, if that is all it does */
export function importDirectly(
  code: string,
  facade: (file: string) => PassedOn | undefined,
): string {
  return code.replaceAll(/import\("\.\/([^"]+)"\)/g, (found, file: string) => {
    const passedOn = facade(file);
    if (!passedOn) return found;
    const properties = Object.entries(passedOn.names).map(([name, at]) => `${name}:e.${at}`);
    const from = passedOn.from.replace('assets/', '');
    return `import("./${from}").then(e=>({${properties.join(',')}}))`;
  });
}
