import { defineAuth } from '@aws-amplify/backend';

/** People sign up with their email address; members of `owners` may read everyone's responses. */
export const auth = defineAuth({
  loginWith: {
    email: {
      verificationEmailStyle: 'CODE',
      verificationEmailSubject: 'Your Formstead code',
      verificationEmailBody: (createCode) => `Your code is ${createCode()}`,
    },
  },
  groups: ['owners'],
});
