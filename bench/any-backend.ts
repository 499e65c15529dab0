/** What is measured of the app does not depend on where its backend is. */
export const anyBackend = {
  version: '1.5',
  auth: { user_pool_id: 'us-east-1_aaaaaaaaa', aws_region: 'us-east-1', user_pool_client_id: 'a' },
  custom: {
    API: {
      formstead: {
        endpoint: 'https://a.execute-api.us-east-1.amazonaws.com/v1/',
        region: 'us-east-1',
      },
    },
  },
};
