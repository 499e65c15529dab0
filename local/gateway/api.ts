import { list, onlyProperties, part, refuse, text } from '../template/properties.ts';
import type { Resource } from '../template/resource.ts';
import { gatewayResponseFrom, type GatewayResponse } from './gateway-response.ts';
import { methodsFrom } from './method.ts';
import { mayInvoke } from './permissions.ts';
import { pathsById, type Route } from './routes.ts';
import { stageFrom, type Stage } from './stage.ts';

/** A REST API as the template has it, ready to serve. */
export type Api = {
  readonly id: string;
  readonly stage: Stage;
  readonly routes: readonly Route[];
  readonly gatewayResponses: ReadonlyMap<string, GatewayResponse>;
};

/** Reads the one REST API there is; throws, naming resource and property, for what it cannot honour. */
export function apiFrom(resources: readonly Resource[]): Api {
  refuseStrangers(resources);
  const id = restApiIdFrom(resources);
  const stage = stageFrom(theOnly('Stage', resources));
  for (const it of ofType('Deployment', resources))
    onlyProperties(it, ['Description', 'RestApiId']);
  const gatewayResponses = ofType('GatewayResponse', resources).map(
    (it) => [text(it, 'ResponseType'), gatewayResponseFrom(it)] as const,
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
  const methods = ofType('Method', resources);
  for (const method of methods)
    if (!paths.has(text(method, 'ResourceId'))) refuse(method, 'ResourceId', 'names no resource');

  return [...paths].map(([resourceId, path]) => {
    const permits = (functionArn: string, httpMethod: string) =>
      mayInvoke(permissions, {
        functionArn,
        sourceArn: `arn:aws:execute-api:us-east-1:000000000000:${apiId}/${stage}/${httpMethod}${path}`,
      });
    const here = methods
      .filter((method) => text(method, 'ResourceId') === resourceId)
      // A method by name comes after ANY, and takes its place.
      .toSorted((a) => (text(a, 'HttpMethod') === 'ANY' ? -1 : 1))
      .flatMap((method) => methodsFrom(method, { authorizers, permits }));
    return { resourceId, path, methods: new Map(here.map((it) => [it.httpMethod, it])) };
  });
}

function restApiIdFrom(resources: readonly Resource[]): string {
  const restApi = theOnly('RestApi', resources);
  onlyProperties(restApi, ['Description', 'EndpointConfiguration', 'Name', 'Tags']);
  const endpoint = part(restApi, 'EndpointConfiguration');
  onlyProperties(endpoint, ['Types']);
  if (list(endpoint, 'Types').includes('PRIVATE')) refuse(endpoint, 'Types');
  return restApi.id;
}

const honoured = [
  'Authorizer',
  'Deployment',
  'GatewayResponse',
  'Method',
  'Resource',
  'RestApi',
  'Stage',
];

function refuseStrangers(resources: readonly Resource[]): void {
  for (const { type, path } of resources)
    if (type.startsWith('AWS::ApiGateway') && !honoured.some((it) => type === typeOf(it)))
      throw new Error(`${path} (${type}) is not something the local cloud can do.`);
}

function theOnly(name: string, resources: readonly Resource[]): Resource {
  const [only, ...others] = ofType(name, resources);
  if (!only) throw new Error(`The template has no ${typeOf(name)}.`);
  for (const other of others) refuse(other, 'is the second one, which');
  return only;
}

function ofType(name: string, resources: readonly Resource[]): readonly Resource[] {
  return resources.filter(({ type }) => type === typeOf(name));
}

function typeOf(name: string): string {
  return `AWS::ApiGateway::${name}`;
}
