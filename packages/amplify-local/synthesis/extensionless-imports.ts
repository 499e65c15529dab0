/**
 * Loaded before `amplify/backend.ts`. Amplify's documentation imports `./auth/resource`, and compiled TypeScript
 * `./auth/resource.js`, for the file `auth/resource.ts`. Node itself finds neither.
 */
import { registerHooks } from 'node:module';

registerHooks({
  resolve(specifier, context, next) {
    try {
      return next(specifier, context);
    } catch (error) {
      if (!specifier.startsWith('.')) throw error;
      for (const candidate of candidatesFor(specifier)) {
        try {
          return next(candidate, context);
        } catch {}
      }
      throw error;
    }
  },
});

function candidatesFor(specifier: string): readonly string[] {
  return [specifier.replace(/\.js$/, '.ts'), `${specifier}.ts`, `${specifier}/index.ts`];
}
