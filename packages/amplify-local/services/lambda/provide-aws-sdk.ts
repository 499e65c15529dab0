import { registerHooks } from 'node:module';

/**
 * Lambda's runtime includes an AWS SDK, which a bundle may import without containing it, as Amplify's code
 * for secrets does. Here the project's own is used.
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
