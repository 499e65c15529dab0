import type { Plugin } from 'vite';

/** For `npm run verify -- late`: what the app imports when it is needed may come late (`src/testing/late.ts`). */
export function lateParts(): Plugin {
  return {
    name: 'formstead:late-parts',
    apply: (_, { mode }) => mode === 'late',
    enforce: 'post',
    transform: {
      filter: { id: { include: /\/src\/[^?]+\.tsx?$/, exclude: /\.test\./ } },
      handler: withLateImports,
    },
  };
}

const laterImport = /\bimport\(((?:[^()]|\([^()]*\))*)\)/g;

/** @returns undefined if the code imports nothing later */
export function withLateImports(code: string): string | undefined {
  const late = code.replaceAll(laterImport, 'maybeLate(import($1))');
  return late === code ? undefined : `import { maybeLate } from '/src/testing/late.ts';\n${late}`;
}
