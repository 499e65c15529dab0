import type { Outputs } from '../tools/sign-in.ts';

/** Where an app looks for its cloud. */
export type Origins = { readonly api: string; readonly cognito: string };

/**
 * What the app that all tests share is built with. The hosting puts a test's own origins in their place, so that
 * one app does for many clouds at a time.
 */
export const builtWith: Origins = {
  api: 'http://api.formstead.test',
  cognito: 'http://cognito.formstead.test',
};

/** What an app is told of its cloud, with other origins. */
export function withOrigins(outputs: object, { api, cognito }: Origins): object {
  const { custom } = outputs as Outputs;
  const { formstead } = custom.API;
  const endpoint = `${api}${new URL(formstead.endpoint).pathname}`;
  return {
    ...outputs,
    custom: {
      ...custom,
      userPoolEndpoint: cognito,
      API: { ...custom.API, formstead: { ...formstead, endpoint } },
    },
  };
}

/** The same text or page of a shared app, for one cloud. */
export function inPlace(text: string, origins: Origins): string {
  return text.replaceAll(builtWith.api, origins.api).replaceAll(builtWith.cognito, origins.cognito);
}
