/**
 * Replaces four packages of Amplify that only GraphQL needs: Formstead stores entries through a REST API.
 * Their exports exist here, and throw when they are called.
 */
function leftOut() {
  throw new Error(
    'GraphQL is left out of this project: docs/decisions/0002 says why, and how to have it back.',
  );
}

// @aws-amplify/backend-data
export { leftOut as defineData };

// @aws-amplify/model-generator, whose enums the command line reads when it starts
export {
  leftOut as createGraphqlDocumentGenerator,
  leftOut as createGraphqlModelsGenerator,
  leftOut as generateApiCode,
};
export const GenerateApiCodeFormat = {};
export const GenerateApiCodeModelTarget = {};
export const GenerateApiCodeStatementTarget = {};
export const GenerateApiCodeTypeTarget = {};

// @aws-amplify/form-generator
export { leftOut as createLocalGraphqlFormGenerator };

// @aws-amplify/schema-generator, which the command line instantiates when it starts
export function SchemaGenerator() {
  return { generate: leftOut };
}
