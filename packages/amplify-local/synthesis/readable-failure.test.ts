import { expect, test } from 'vitest';
import { readableFailure } from './readable-failure.ts';

test('a handler that does not bundle is reported by file and line only', () => {
  const printed = `Bundling asset amplify-formstead-local/api/Code/Stage...
npm warn Unknown user config "nodedir".
✘ [ERROR] Expected identifier but found "{"

    amplify/api/handler.ts:5:10:
      5 │   return {{ statusCode: 200 };
        ╵           ^

node:internal/modules/run_main:107
    triggerUncaughtException(
    ^

[«FailedToBundleAsset» Failed to bundle asset: npx esbuild --banner:js=${'x'.repeat(3000)}

Node.js v24.21.0
`;
  expect(readableFailure(printed)).toBe(`✘ [ERROR] Expected identifier but found "{"

    amplify/api/handler.ts:5:10:
      5 │   return {{ statusCode: 200 };
        ╵           ^`);
});

test("an error in the backend keeps its own stack frames and loses Node's", () => {
  const printed = `Bundling asset amplify-formstead-local/api/Code/Stage...
file:///house/amplify/backend.ts:21
throw new Error("no table");
      ^

Error: no table
    at file:///house/amplify/backend.ts:21:7
    at ModuleJob.run (node:internal/modules/esm/module_job:561:25)

Node.js v24.21.0
`;
  expect(readableFailure(printed)).toBe(`file:///house/amplify/backend.ts:21
throw new Error("no table");
      ^

Error: no table
    at file:///house/amplify/backend.ts:21:7`);
});

test('a message that ends in a brace is complete', () => {
  const printed = `node:internal/modules/run_main:107
    triggerUncaughtException(
    ^

file:///house/amplify/backend.ts:21
const = 3;
      ^

SyntaxError [ERR_INVALID_TYPESCRIPT_SYNTAX]: Expected yield, an identifier, [ or {
    at parseTypeScript (node:internal/modules/typescript:72:36)
    at load (node:internal/modules/esm/loader:617:12) {
  code: 'ERR_INVALID_TYPESCRIPT_SYNTAX'
}
`;
  expect(readableFailure(printed)).toBe(`file:///house/amplify/backend.ts:21
const = 3;
      ^

SyntaxError [ERR_INVALID_TYPESCRIPT_SYNTAX]: Expected yield, an identifier, [ or {`);
});

test('an Amplify error shows its cause and resolution, without base64 details', () => {
  const printed = `file:///house/node_modules/@aws-amplify/backend-function/lib/factory.js:333
            throw new AmplifyUserError('NodeJSFunctionConstructInitializationError', {
                  ^

AmplifyError [InvalidMemoryMBError]: Invalid function memoryMB of 5
    at resolveMemory (file:///house/node_modules/@aws-amplify/backend-function/lib/factory.js:122:19)
    at file:///house/amplify/backend.ts:7:17
    at async node:internal/modules/esm/loader:647:26 {
  cause: «CannotFindPackageLockFile» Cannot find a package lock file.
      at Array.forEach (:),
  classification: 'ERROR',
  serializedError: 'eyJuYW1lIjoi',
  resolution: 'memoryMB must be a whole number',
  code: undefined
}

Node.js v24.21.0
`;
  expect(readableFailure(printed))
    .toBe(`AmplifyError [InvalidMemoryMBError]: Invalid function memoryMB of 5
    at file:///house/amplify/backend.ts:7:17

«CannotFindPackageLockFile» Cannot find a package lock file.
memoryMB must be a whole number`);
});

test('of an error with a plain name, only the message is returned', () => {
  const printed = `file:///house/core/well-formed.ts:27
  throw error;
  ^

MalformedForms: Form "visit": version must be 1, 2, 3, …
Form "visit", field "day": its label is blank: it is what people read beside the box.
    at refuseMalformed (file:///house/core/well-formed.ts:24:17)
    at refuseMalformedForms (file:///house/forms/well-formed.ts:8:3)

Node.js v24.21.0
`;
  expect(readableFailure(printed, ['MalformedForms']))
    .toBe(`Form "visit": version must be 1, 2, 3, …
Form "visit", field "day": its label is blank: it is what people read beside the box.`);
});
