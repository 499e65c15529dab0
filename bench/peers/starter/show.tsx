import { Authenticator } from '@aws-amplify/ui-react';
import '@aws-amplify/ui-react/styles.css';
import { Amplify } from 'aws-amplify';
import { StrictMode, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';

// Like amplify_outputs.json; its size does not depend on the values.
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

/** The app of a tutorial, behind Amplify's Authenticator. */
export function show(app: ReactNode): void {
  const root = document.getElementById('root');
  if (!root) return;
  createRoot(root).render(
    <StrictMode>
      <Authenticator>{app}</Authenticator>
    </StrictMode>,
  );
}
