import type { AwsStream } from '../machine/aws-endpoint.ts';
import type { AwsRequest } from '../machine/aws-request.ts';
import type { InboxLook } from '../services/mail/inbox-page.ts';
import type { Backend } from './resolve-backend.ts';
import type { Resource } from './resource.ts';
import type { Naming, Namings } from './resource-naming.ts';

export type Ports = {
  readonly api: number;
  readonly cognito: number;
  readonly inbox: number;
  readonly s3: number;
  readonly aws: number;
};

/** What a service starts with. */
export type ServiceContext = {
  readonly backend: Backend;
  /** The folder for the service's data. */
  readonly state: string;
  /** Ports to listen on; 0 takes any free one. */
  readonly ports: Ports;
  /** The local AWS account that the backend was deployed into, if any. */
  readonly account?: { readonly url: string };
  readonly log: (line: string) => void;
  /** The name and colours of the inbox. */
  readonly inboxLook?: InboxLook;
  /** Another service. It must be earlier in the list of `services.ts`. */
  readonly use: <Api>(service: Service<Api>) => Api;
};

/**
 * Handles a request to the service's AWS API; undefined if it is for another service.
 * @param target `Service.Operation` of `X-Amz-Target`, or empty
 */
export type AwsApi = (
  target: string,
  input: Readonly<Record<string, unknown>>,
  request: AwsRequest,
) => unknown;

export type StartedService<Api> = {
  /** What other services and the cloud use of this one. */
  readonly api: Api;
  /**
   * Switches to another synthesis of the backend. If something remains to be done after all services have
   * switched, it returns a function that does it.
   */
  update?(backend: Backend): void | Promise<void> | (() => Promise<void>);
  close?(): void | Promise<void>;
  readonly handleAwsRequest?: AwsApi;
  /** Like `handleAwsRequest`, for bodies that may be larger than memory. */
  readonly handleAwsStream?: AwsStream;
};

/** Resource types that are accepted though nothing runs for them, each with the reason. */
export type IgnoredTypes = {
  readonly [type: string]: {
    readonly because: string;
    readonly naming?: Naming;
    /** Without it, all resources of the type are. */
    readonly applies?: (resource: Resource) => boolean;
  };
};

/** An AWS service that runs locally: a folder in `services/`, and a line in `services.ts`. */
export type Service<Api> = {
  /** In short, for the progress of deployments. */
  readonly name: string;
  /** The resource types it runs, each with what `Ref` and `Fn::GetAtt` return for it. */
  readonly resources: Namings;
  /** Types that belong to it but need nothing to run here. */
  readonly ignored?: IgnoredTypes;
  /** Throws if AWS would refuse to deploy the resources, such as for a missing permission. */
  check?(resources: readonly Resource[]): void;
  start(context: ServiceContext): StartedService<Api> | Promise<StartedService<Api>>;
};
