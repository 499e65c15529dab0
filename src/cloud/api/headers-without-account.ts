import type { RouteName } from '#core/api/api-routes.ts';
import { nobody } from '../session/identity.ts';
import type { RequestOptions } from './request-options.ts';

type Deps = {
  /** What this device is known by in open forms. */
  readonly deviceKey: () => Promise<string>;
  /** The token of the personal link that this author has opened for a form, if the route is for them. */
  readonly tokenFor?: (
    name: RouteName,
    form: string,
    author: string | undefined,
  ) => Promise<string | undefined>;
};

/** By what a request without an account is known: a header, or `undefined` if it needs the token of an account. */
export type WithoutAccount = (
  name: RouteName,
  parameters: { readonly form?: string },
  request: Pick<RequestOptions, 'as' | 'invitation'>,
) => Promise<Readonly<Record<string, string>> | undefined>;

export function createWithoutAccount({ deviceKey, tokenFor }: Deps): WithoutAccount {
  return async (name, { form = '' }, { as, invitation }) => {
    const token = invitation ?? (await tokenFor?.(name, form, as));
    if (token !== undefined) return { Invitation: token };
    return as === nobody ? { 'Device-Key': await deviceKey() } : undefined;
  };
}
