import { Authenticator } from '@aws-amplify/ui-react';
import '@aws-amplify/ui-react/styles.css';
import { Amplify } from 'aws-amplify';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from '#starter';

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

const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <Authenticator>
        <App />
      </Authenticator>
    </StrictMode>,
  );
