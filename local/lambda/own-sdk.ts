import { registerHooks } from 'node:module';

/**
 * Lambda's runtime brings an AWS SDK, which a bundle may import without having it: Amplify's code for secrets
 * does. Here it is the project's.
 */
registerHooks({
  resolve(specifier, context, next) {
    if (!specifier.startsWith('@aws-sdk/')) return next(specifier, context);
    try {
      return next(specifier, context);
    } catch {
      return next(specifier, { ...context, parentURL: import.meta.url });
    }
  },
});
