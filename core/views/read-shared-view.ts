import { invalidParameter } from '../api/query-parameters.ts';
import type { Problem } from '../api/problem.ts';
import { isRecord } from '../values/is-record.ts';
import { isUuid } from '../values/id.ts';
import { err, ok, type Result } from '../values/result.ts';
import { longestViewQuery, type SharedView } from './shared-view.ts';
import { longestViewName, viewName } from './view-name.ts';

/** A view that is to be shared or renamed; without a name, it is removed. */
export type RequestedView =
  | Pick<SharedView, 'id' | 'name' | 'query'>
  | { readonly id: string; readonly name: null };

/** Reads the body of a request, of which a problem quotes nothing. */
export function readSharedView(body: unknown): Result<RequestedView, Problem> {
  const { id, name, query, ...others } = isRecord(body) ? body : { other: body };
  if (typeof id !== 'string' || !isUuid(id) || Object.keys(others).length > 0)
    return err(invalidParameter('id', 'Send a UUID, a name, a query, and nothing else'));
  if (name === null && query === undefined) return ok({ id: id.toLowerCase(), name });
  if (typeof name !== 'string' || name === '' || viewName(name) !== name)
    return err(invalidParameter('name', `Send one line of 1 to ${longestViewName} characters`));
  if (typeof query !== 'string' || query.length > longestViewQuery || !urlEncoded.test(query))
    return err(
      invalidParameter('query', `Send a URL-encoded query of up to ${longestViewQuery} characters`),
    );
  return ok({ id: id.toLowerCase(), name, query });
}

/** What `URLSearchParams` makes: only letters, digits and these. */
const urlEncoded = /^[A-Za-z0-9*._+%&=-]*$/;
