import { Authenticator } from '@aws-amplify/ui-react';
import '@aws-amplify/ui-react/styles.css';
import { Amplify } from 'aws-amplify';
import { StrictMode, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';

// What amplify_outputs.json would say; its size does not depend on what it says.
Amplify.configure({
  Auth: { Cognito: { userPoolId: 'us-east-1_aaaaaaaaa', userPoolClientId: 'a' } },
  API: {
    GraphQL: {
      endpoint: 'https://a.appsync-api.us-east-1.amazonaws.com/graphql',
      defaultAuthMode: 'userPool',
    },
    REST: { starter: { endpoint: 'https://a.execute-api.us-east-1.amazonaws.com/v1' } },
  },
});

/** The app of a tutorial, behind Amplify's own sign-in. */
export function show(app: ReactNode): void {
  const root = document.getElementById('root');
  if (!root) return;
  createRoot(root).render(
    <StrictMode>
      <Authenticator>{app}</Authenticator>
    </StrictMode>,
  );
}
