import { readerOf, type Reader } from '../../template/property-reader.ts';
import type { Resource } from '../../template/resource.ts';
import { gatewayResponseFrom, type GatewayResponse } from './gateway-response.ts';
import { methodsFrom } from './method.ts';
import { mayInvoke } from './invoke-permissions.ts';
import { pathsById, type Route } from './resource-paths.ts';
import { stageFrom, type Stage } from './api-stage.ts';

/** A REST API of the template, ready to serve. */
export type Api = {
  readonly id: string;
  readonly stage: Stage;
  readonly routes: readonly Route[];
  readonly gatewayResponses: ReadonlyMap<string, GatewayResponse>;
};

/** Reads the template's REST API. Throws, naming resource and property, for anything unsupported. */
export function apiFrom(resources: readonly Resource[]): Api {
  refuseUnknownResources(resources);
  const id = restApiIdFrom(resources);
  const stage = stageFrom(readerOf(theOnly('Stage', resources)));
  for (const it of readersOf('Deployment', resources)) it.nothingBut(['Description', 'RestApiId']);
  const gatewayResponses = readersOf('GatewayResponse', resources).map(
    (it) => [it.requiredText('ResponseType'), gatewayResponseFrom(it)] as const,
  );
  return {
    id,
    stage,
    routes: routesFrom(id, stage.name, resources),
    gatewayResponses: new Map(gatewayResponses),
  };
}

function routesFrom(apiId: string, stage: string, resources: readonly Resource[]): Route[] {
  const paths = pathsById(apiId, ofType('Resource', resources));
  const authorizers = ofType('Authorizer', resources);
  const permissions = resources.filter((it) => it.type === 'AWS::Lambda::Permission');
  const methods = readersOf('Method', resources);
  for (const method of methods)
    if (!paths.has(method.requiredText('ResourceId')))
      method.refuse('ResourceId', 'names no resource');

  return [...paths].map(([resourceId, path]) => {
    const permits = (functionArn: string, httpMethod: string) =>
      mayInvoke(permissions, {
        functionArn,
        sourceArn: `arn:aws:execute-api:us-east-1:000000000000:${apiId}/${stage}/${httpMethod}${path}`,
      });
    const methodsOfPath = methods
      .filter((method) => method.text('ResourceId') === resourceId)
      // A method declared by name comes after ANY and replaces it.
      .toSorted((a) => (a.requiredText('HttpMethod') === 'ANY' ? -1 : 1))
      .flatMap((method) => methodsFrom(method, { authorizers, permits }));
    return { resourceId, path, methods: new Map(methodsOfPath.map((it) => [it.httpMethod, it])) };
  });
}

function restApiIdFrom(resources: readonly Resource[]): string {
  const resource = theOnly('RestApi', resources);
  const restApi = readerOf(resource);
  restApi.nothingBut(['Description', 'EndpointConfiguration', 'Name', 'Tags']);
  restApi.part('EndpointConfiguration').nothingBut(['Types']);
  restApi.onlyTexts('EndpointConfiguration.Types', 'EDGE', 'REGIONAL');
  return resource.id;
}

const supported = [
  'Account',
  'Authorizer',
  'Deployment',
  'GatewayResponse',
  'Method',
  'Resource',
  'RestApi',
  'Stage',
];

function refuseUnknownResources(resources: readonly Resource[]): void {
  for (const { type, path } of resources)
    if (type.startsWith('AWS::ApiGateway') && !supported.some((it) => type === typeOf(it)))
      throw new Error(`${path} (${type}) is not something the local cloud can do.`);
}

function theOnly(name: string, resources: readonly Resource[]): Resource {
  const [only, ...others] = ofType(name, resources);
  if (!only) throw new Error(`The template has no ${typeOf(name)}.`);
  for (const { path, type } of others)
    throw new Error(`${path} (${type}) is the second one; the local cloud can have only one.`);
  return only;
}

function readersOf(name: string, resources: readonly Resource[]): readonly Reader[] {
  return ofType(name, resources).map(readerOf);
}

function ofType(name: string, resources: readonly Resource[]): readonly Resource[] {
  return resources.filter(({ type }) => type === typeOf(name));
}

function typeOf(name: string): string {
  return `AWS::ApiGateway::${name}`;
}
