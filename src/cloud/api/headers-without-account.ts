import { openRoutes, type RouteName } from '#core/api/api-routes.ts';
import { nobody } from '../session/identity.ts';
import type { RequestOptions } from './request-options.ts';

type Deps = {
  /** The ids of the forms that are filled in with a personal link. */
  readonly invitedForms: readonly string[];
  /** The token of the link that this author has opened for a form. */
  readonly tokenOf: (author: string, form: string) => Promise<string | undefined>;
  /** What this device is known by in open forms. */
  readonly deviceKey: () => Promise<string>;
};

/** By what a request without an account is known: a header, or `undefined` if it needs the token of an account. */
export type WithoutAccount = (
  name: RouteName,
  parameters: { readonly form?: string },
  request: Pick<RequestOptions, 'as' | 'invitation'>,
) => Promise<Readonly<Record<string, string>> | undefined>;

export function createWithoutAccount({ invitedForms, tokenOf, deviceKey }: Deps): WithoutAccount {
  return async (name, { form = '' }, { as, invitation }) => {
    if (invitation !== undefined) return { Invitation: invitation };
    const isByLink = invitedForms.includes(form) && openRoutes.some((it) => it === name);
    const token = isByLink && as !== undefined && (await tokenOf(as, form));
    if (token) return { Invitation: token };
    return as === nobody ? { 'Device-Key': await deviceKey() } : undefined;
  };
}
