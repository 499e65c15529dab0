import { getOwn } from './get-own-value.ts';
import { arn } from './arn.ts';
import { characters, generatedName, lowercase } from './physical-id.ts';

/** A resource's identity: `Ref` returns its `id`, `Fn::GetAtt` its `attribute`. */
export type Identity = {
  readonly id: string;
  readonly attribute: (name: string) => string;
};

/** What an identity may be derived from. Properties are resolved only when read. */
export type Subject = {
  readonly type: string;
  readonly path: string;
  readonly logicalId: string;
  readonly stackName: string;
  readonly property: (name: string) => unknown;
};

/** What `Ref` and `Fn::GetAtt` return for the resources of a type. */
export type Naming = {
  readonly id: (self: Subject) => string;
  readonly attributes?: { readonly [name: string]: (id: string, self: Subject) => string };
};

/** By resource type. */
export type Namings = { readonly [type: string]: Naming };

/** The identity of a resource. Attributes that its type does not name are refused. */
export function identityOf(self: Subject, namings: Namings): Identity {
  const naming =
    getOwn(namings, self.type) ?? getOwn(namesOfTypesThatNothingRuns, self.type) ?? unnamed;
  const id = naming.id(self);
  return {
    id,
    attribute(name) {
      const attribute = getOwn(naming.attributes, name);
      if (!attribute)
        throw new Error(`Fn::GetAtt ${self.type} ${name} is unknown to the local cloud.`);
      return attribute(id, self);
    },
  };
}

/** The id is the name in this property; if there is none, CloudFormation generates one. */
export const named =
  (property: string) =>
  (self: Subject): string => {
    const name = self.property(property);
    return typeof name === 'string'
      ? name
      : generatedName(self.stackName, self.logicalId, self.path);
  };

/** The id is this many characters that look random. */
export const drawn =
  (length: number, alphabet = lowercase) =>
  (self: Subject): string =>
    characters(self.path, length, alphabet);

/** An attribute that is the same as the id. */
export const itself = (id: string): string => id;

/** The id is a name that CloudFormation generates. */
export const unnamed: Naming = {
  id: (self) => generatedName(self.stackName, self.logicalId, self.path),
};

/** Types that exist only when deployed. They can be referred to, but `startBackend` refuses to run them. */
const namesOfTypesThatNothingRuns: Namings = {
  'AWS::ApiGateway::Model': { id: named('Name') },
  'AWS::ApiGateway::RequestValidator': { id: drawn(6), attributes: { RequestValidatorId: itself } },
  'AWS::Cognito::UserPoolDomain': { id: named('Domain') },
  'AWS::DynamoDB::GlobalTable': {
    id: named('TableName'),
    attributes: { Arn: (id) => arn('dynamodb', `table/${id}`) },
  },
  'AWS::SNS::Topic': {
    id: (self) => arn('sns', named('TopicName')(self)),
    attributes: { TopicArn: itself, TopicName: (id) => id.split(':').at(-1) ?? id },
  },
  'AWS::WAFv2::WebACL': {
    id: named('Name'),
    attributes: { Arn: (id) => arn('wafv2', `regional/webacl/${id}`) },
  },
};
