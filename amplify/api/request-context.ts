import type { Caller } from '#core/api/access-policy.ts';
import type { Webhook } from '#core/events/webhook.ts';
import type { EntryStore } from '#core/entries/store/entry-store.ts';
import type { FileStore } from '#core/files/store/file-store.ts';
import type { InvitationStore } from '#core/invitations/invitation-store.ts';
import type { InvitationTokens } from '#core/invitations/invitation-tokens.ts';
import type { MemberStore } from '#core/roles/member.ts';
import type { SharedViewStore } from '#core/views/shared-view.ts';
import type { Role } from '#core/roles/role.ts';
import type { OwnRows } from '#core/roles/rows-of-member.ts';
import type {
  VerificationTokens,
  VerifiedAddresses,
} from '#core/verification/verified-addresses.ts';
import type { Counters } from '#core/shield/counters.ts';
import type { OnFormError } from '#core/form/safe-call.ts';
import type { Form } from '#core/form/define-form.ts';
import type { Problem } from '#core/api/problem.ts';
import type { Result } from '#core/values/result.ts';
import type { DeliveryStore } from '../events/delivery-store.ts';
import type { ReceiverPace } from '../events/receiver-pace.ts';
import type { ApiRequest, ApiResponse } from './lambda-adapter.ts';

export type ApiDeps = {
  /** People with an account, or devices without one. Each has a function of its own. */
  readonly serves: 'accounts' | 'devices';
  readonly store: EntryStore;
  /** Only for devices, whose entries are not accepted without. */
  readonly counters?: Counters;
  /** Of personal links. */
  readonly tokens: InvitationTokens;
  readonly invitations: InvitationStore;
  readonly members: MemberStore;
  readonly views: SharedViewStore;
  /** Of links to verify an address. */
  readonly verificationTokens: VerificationTokens;
  readonly verifiedAddresses: VerifiedAddresses;
  readonly files: FileStore;
  /** Whether files are scanned for malware, so that one that arrives stays closed until nothing was found in it. */
  readonly scansFiles: boolean;
  /** What webhooks are sent. */
  readonly events: {
    readonly webhooks: readonly Webhook[];
    readonly deliveries: DeliveryStore;
    readonly pace: ReceiverPace;
  };
  readonly formById: (id: string) => Form | undefined;
  /** The ids of all forms. */
  readonly formIds: readonly string[];
  readonly now: () => Date;
  readonly random: () => number;
  readonly randomBytes: (count: number) => Uint8Array;
  readonly digest: (text: string) => string;
  /** Called when one of a form's own functions fails. */
  readonly onFormError?: OnFormError;
};

/** A request with its caller and its form. */
export type RequestContext = {
  readonly request: ApiRequest;
  readonly form: Form;
  readonly caller: Caller;
  /** The only responses that the caller may see, if it is not all. */
  readonly rows?: OwnRows | undefined;
  /** Their role in the form, on routes that need one. */
  readonly role?: Role | undefined;
  readonly parameters: Readonly<Record<string, string>>;
};

/** Responds to the requests of one route. */
export type RouteHandler = (
  deps: ApiDeps,
  context: RequestContext,
) => Promise<Result<ApiResponse, Problem>>;

/** Responds to the requests of a route that belongs to no form. */
export type CallerHandler = (
  deps: ApiDeps,
  request: ApiRequest,
  caller: Caller,
) => Promise<Result<ApiResponse, Problem>>;
