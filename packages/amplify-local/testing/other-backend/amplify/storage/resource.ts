import { defineFunction, defineStorage } from '@aws-amplify/backend';
import { myApiFunction } from '../functions/api-function/resource';

const onUpload = defineFunction({
  name: 'on-upload-handler',
  entry: './on-upload-handler.ts',
  timeoutSeconds: 60,
});

export const storage = defineStorage({
  name: 'pictures',
  triggers: {
    onUpload,
  },
  access: (allow) => ({
    'pictures/*': [
      allow.authenticated.to(['read', 'write']),
      allow.resource(myApiFunction).to(['write']),
      allow.resource(onUpload).to(['read']),
    ],
    'thumbnails/*': [allow.guest.to(['read']), allow.resource(onUpload).to(['write'])],
    'private/{entity_id}/*': [allow.entity('identity').to(['read', 'write', 'delete'])],
  }),
});
