/**
 * Takes the place of four packages of Amplify that only GraphQL needs: Formstead stores entries through
 * a REST API. What they export is here by name, and says so when it is called.
 */
function leftOut() {
  throw new Error(
    'GraphQL is left out of this project: docs/decisions/0002 says why, and how to have it back.',
  );
}

// @aws-amplify/backend-data
export { leftOut as defineData };

// @aws-amplify/model-generator, whose enumerations the command line reads as it starts
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

// @aws-amplify/schema-generator, which the command line makes one of as it starts
export function SchemaGenerator() {
  return { generate: leftOut };
}
