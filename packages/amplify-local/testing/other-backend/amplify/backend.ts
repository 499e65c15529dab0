import { defineBackend } from '@aws-amplify/backend';
import { Stack } from 'aws-cdk-lib';
import {
  AuthorizationType,
  CognitoUserPoolsAuthorizer,
  Cors,
  LambdaIntegration,
  RestApi,
} from 'aws-cdk-lib/aws-apigateway';
import { AttributeType, Table } from 'aws-cdk-lib/aws-dynamodb';
import { Policy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { auth } from './auth/resource';
import { myApiFunction } from './functions/api-function/resource';
import { storage } from './storage/resource';

const backend = defineBackend({
  auth,
  myApiFunction,
  storage,
});

const dataStack = backend.createStack('data-stack');
const table = new Table(dataStack, 'Messages', {
  partitionKey: { name: 'id', type: AttributeType.STRING },
});
table.grantReadWriteData(backend.myApiFunction.resources.lambda);
backend.myApiFunction.addEnvironment('TABLE_NAME', table.tableName);

const apiStack = backend.createStack('api-stack');
const myRestApi = new RestApi(apiStack, 'RestApi', {
  restApiName: 'myRestApi',
  deploy: true,
  deployOptions: {
    stageName: 'dev',
  },
  defaultCorsPreflightOptions: {
    allowOrigins: Cors.ALL_ORIGINS,
    allowMethods: Cors.ALL_METHODS,
    allowHeaders: Cors.DEFAULT_HEADERS,
  },
});
const lambdaIntegration = new LambdaIntegration(backend.myApiFunction.resources.lambda);

// A path with IAM authorization
const itemsPath = myRestApi.root.addResource('items', {
  defaultMethodOptions: {
    authorizationType: AuthorizationType.IAM,
  },
});
itemsPath.addMethod('GET', lambdaIntegration);
itemsPath.addProxy({
  anyMethod: true,
  defaultIntegration: lambdaIntegration,
});

// A path with Cognito authorization
const cognitoAuth = new CognitoUserPoolsAuthorizer(apiStack, 'CognitoAuth', {
  cognitoUserPools: [backend.auth.resources.userPool],
});
const withCognito = {
  authorizationType: AuthorizationType.COGNITO,
  authorizer: cognitoAuth,
};
const messagesPath = myRestApi.root.addResource('messages');
for (const method of ['GET', 'POST'])
  messagesPath.addMethod(method, lambdaIntegration, withCognito);
myRestApi.root.addResource('pictures').addMethod('POST', lambdaIntegration, withCognito);

const apiRestPolicy = new Policy(apiStack, 'RestApiPolicy', {
  statements: [
    new PolicyStatement({
      actions: ['execute-api:Invoke'],
      resources: [
        myRestApi.arnForExecuteApi('*', '/items', 'dev'),
        myRestApi.arnForExecuteApi('*', '/items/*', 'dev'),
      ],
    }),
  ],
});
backend.auth.resources.authenticatedUserIamRole.attachInlinePolicy(apiRestPolicy);
backend.auth.resources.unauthenticatedUserIamRole.attachInlinePolicy(apiRestPolicy);

backend.addOutput({
  custom: {
    API: {
      [myRestApi.restApiName]: {
        endpoint: myRestApi.url,
        region: Stack.of(myRestApi).region,
        apiName: myRestApi.restApiName,
      },
    },
  },
});
