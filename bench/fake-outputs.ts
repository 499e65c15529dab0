/** Outputs of a backend that does not exist: the measurements do not depend on it. */
export const fakeOutputs = {
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
