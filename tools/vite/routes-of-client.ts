import { normalizePath, type Plugin } from 'vite';

/**
 * Leaves out of the table of routes who may use each: only the server decides that, and every device loads the table.
 * core/api/api-routes.ts has it in the row of each route, where nobody can forget it.
 */
export function routesOfClient(): Plugin {
  return {
    name: 'formstead:routes-of-client',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      if (normalizePath(id).endsWith('/core/api/api-routes.ts')) return withoutAudience(code);
      return undefined;
    },
  };
}

export function withoutAudience(code: string): string {
  return code.replaceAll(/\b(who: '[a-z]+'|limitsRows: true),?/g, '');
}
