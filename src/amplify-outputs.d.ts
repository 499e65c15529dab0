/** The deployment's outputs: `amplify_outputs.json`, resolved by `tools/vite/outputs-plugin.ts`. */
declare module '#outputs' {
  export const version: string;
  export const auth: {
    readonly user_pool_id: string;
    readonly user_pool_client_id: string;
    readonly aws_region: string;
    readonly identity_pool_id?: string;
  };
  export const custom: {
    readonly API: { readonly formstead: { readonly endpoint: string; readonly region: string } };
    /** Only on the local cloud. */
    readonly userPoolEndpoint?: string;
  };
}
