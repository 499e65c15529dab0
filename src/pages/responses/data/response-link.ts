import { responsePath } from '../../../ui/response-path.ts';
import type { ResponseKey } from './response.ts';

/** The address of a response, with its files, for owners who sign in. */
export function responseLink(form: string, response: ResponseKey): string {
  return window.location.origin + responsePath(form, response);
}
