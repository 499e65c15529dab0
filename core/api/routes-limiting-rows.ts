import type { RouteName } from './api-routes.ts';

/**
 * The routes that show people with rows of their own no others. They may use no other route that needs a role.
 * Apart from the table of routes, which devices load.
 */
export const routesLimitingRows: ReadonlySet<RouteName> = new Set<RouteName>([
  'responses',
  'review',
  'comment',
  'takeBackComment',
  'assign',
  'responseVersions',
  'openResponseFile',
  'summary',
  // They show no rows.
  'listViews',
  'shareView',
]);
