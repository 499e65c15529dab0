/** Takes the place of Amplify's `defineData`: Formstead stores entries through a REST API, not AppSync. */
export function defineData() {
  throw new Error(
    'defineData is left out of this project. To have it, remove the "@aws-amplify/backend-data" override from package.json and run npm install.',
  );
}
