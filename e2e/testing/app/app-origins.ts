import type { Outputs } from '../../../tools/operate/cognito-sign-in.ts';

/** The origins of the cloud that an app calls. */
export type AppOrigins = {
  readonly api: string;
  readonly cognito: string;
  /** Of an app with a form that asks for files. */
  readonly files?: string;
};

/**
 * Placeholders in the app that all tests share. The static hosting replaces them by the origins of a test's
 * own cloud, so that one build works with many clouds at a time.
 */
export const placeholderOrigins = {
  api: 'http://api.formstead.test',
  cognito: 'http://cognito.formstead.test',
  files: 'http://files.formstead.test',
} as const satisfies AppOrigins;

/** The outputs of a backend, with other origins. */
export function withOrigins(outputs: object, { api, cognito, files }: AppOrigins): object {
  const { custom } = outputs as Outputs;
  const { formstead } = custom.API;
  const endpoint = `${api}${new URL(formstead.endpoint).pathname}`;
  return {
    ...outputs,
    custom: {
      ...custom,
      userPoolEndpoint: cognito,
      ...(files !== undefined && { storageEndpoint: files }),
      API: { ...custom.API, formstead: { ...formstead, endpoint } },
    },
  };
}

/** Replaces the placeholders in a file of the shared app. */
export function substituteOrigins(text: string, origins: AppOrigins): string {
  return text
    .replaceAll(placeholderOrigins.api, origins.api)
    .replaceAll(placeholderOrigins.cognito, origins.cognito)
    .replaceAll(placeholderOrigins.files, origins.files ?? placeholderOrigins.files);
}
