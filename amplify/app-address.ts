/**
 * The address of the app, with which links begin in mails and events: the domain that was chosen, or else the one that Amplify
 * Hosting gives each branch. It never comes from a request, which could name any site.
 */
export function appAddress(environment: Readonly<Record<string, string | undefined>>): string {
  const { APP_ADDRESS: chosen = '', AWS_BRANCH: branch = '', AWS_APP_ID: app = '' } = environment;
  const isValid = /^(https:\/\/[a-z\d.-]+|http:\/\/(localhost|127\.0\.0\.1))(:\d{1,5})?$/.test(
    chosen,
  );
  if (chosen !== '' && !isValid)
    throw new Error(
      `APP_ADDRESS is ${chosen}: it has to be the address of the app without a path, such as https://forms.example.org.`,
    );
  if (chosen !== '') return chosen;
  return branch !== '' && app !== ''
    ? `https://${branch.replaceAll(/[^\w-]/g, '-').toLowerCase()}.${app}.amplifyapp.com`
    : 'http://localhost:5173';
}
