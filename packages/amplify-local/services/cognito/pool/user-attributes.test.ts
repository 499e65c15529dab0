import { expect, onTestFinished, test } from 'vitest';
import { allFlows, password, startTestPool, template } from '../../../testing/test-pool.ts';

const Username = 'ada@example.com';

test('an app client reads and writes only attributes it may', async () => {
  const { change, attributes } = await signedIn({
    client: { ReadAttributes: ['email', 'name'], WriteAttributes: ['name', 'nickname'] },
  });
  expect(await change({ name: 'Ada', nickname: 'Countess' })).not.toHaveProperty('__type');
  expect(await change({ 'custom:team': 'engines' })).toEqual({
    __type: 'NotAuthorizedException',
    message: 'A client attempted to write unauthorized attribute',
  });
  expect(await attributes()).toEqual({ sub: expect.any(String), email: Username, name: 'Ada' });
});

test('the same holds at sign-up', async () => {
  const { call } = await startTestPool(onTestFinished);
  const signUp = async (Name: string) => {
    const UserAttributes = [{ Name, Value: 'true' }];
    return (await call('SignUp', { Username, Password: password, UserAttributes })).message;
  };
  expect(await signUp('email_verified')).toContain('unauthorized attribute');
  expect(await signUp('custom:unknown')).toContain('could not be determined');
  expect(await signUp('__proto__')).toContain('could not be determined');
  expect(await signUp('nickname')).toBeUndefined();
});

test('an immutable attribute cannot be changed', async () => {
  const { change } = await signedIn({
    pool: { Schema: [{ Name: 'family_name', Mutable: false }] },
  });
  for (const name of ['family_name', 'sub'])
    expect(await change({ [name]: 'Byron' })).toEqual({
      __type: 'InvalidParameterException',
      message: `user.${name}: Attribute cannot be updated.`,
    });
});

test('a required attribute must be given at sign-up and cannot be removed', async () => {
  const { call, AccessToken } = await signedIn({
    pool: {
      Schema: [
        { Name: 'email', Required: true },
        { Name: 'name', Required: true },
      ],
    },
  });
  const Grace = { Username: 'grace@example.com', Password: password };

  expect(await call('SignUp', Grace)).toEqual(isRequired('name'));
  const UserAttributes = [{ Name: 'name', Value: 'Grace' }];
  expect(await call('SignUp', { ...Grace, UserAttributes })).toHaveProperty('UserSub');
  const input = { AccessToken, UserAttributeNames: ['email'] };
  expect(await call('DeleteUserAttributes', input)).toEqual(isRequired('email'));
});

test('numbers and booleans are validated', async () => {
  const { change } = await signedIn({
    pool: {
      Schema: [
        {
          Name: 'age',
          AttributeDataType: 'Number',
          NumberAttributeConstraints: { MinValue: '18', MaxValue: '99' },
        },
        { Name: 'keen', AttributeDataType: 'Boolean' },
      ],
    },
  });
  expect(await change({ 'custom:age': '18', 'custom:keen': 'true' })).not.toHaveProperty('__type');
  for (const wrong of [{ 'custom:age': '17' }, { 'custom:age': '100' }, { 'custom:age': 'old' }])
    expect((await change(wrong)).message).toMatch(/custom:age: (Number|Attribute) must be/);
  expect((await change({ 'custom:keen': 'very' })).message).toContain('must be a boolean');
});

/** A new pool with Ada in it. */
async function signedIn(changes: { pool?: object; client?: object }) {
  const resources = template({
    pool: { ...changes.pool },
    client: { ExplicitAuthFlows: allFlows, ...changes.client },
  });
  const { call, cognito } = await startTestPool(onTestFinished, { resources });
  await cognito.createPerson({ email: Username, password });
  const { AuthenticationResult } = await call('InitiateAuth', {
    AuthFlow: 'USER_PASSWORD_AUTH',
    AuthParameters: { USERNAME: Username, PASSWORD: password },
  });
  const { AccessToken } = AuthenticationResult;
  const change = (attributes: Record<string, string>) => {
    const UserAttributes = Object.entries(attributes).map(([Name, Value]) => ({ Name, Value }));
    return call('UpdateUserAttributes', { AccessToken, UserAttributes });
  };
  const attributes = async () => {
    const { UserAttributes = [] } = await call('GetUser', { AccessToken });
    return Object.fromEntries(UserAttributes.map(({ Name, Value }) => [Name, Value]));
  };
  return { call, AccessToken, change, attributes };
}

function isRequired(name: string): object {
  return {
    __type: 'InvalidParameterException',
    message: `Attributes did not conform to the schema: ${name}: The attribute is required`,
  };
}
