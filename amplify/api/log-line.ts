import { complaintCodes } from '#core/complaint-codes.ts';
import type { Fault } from '#core/fault.ts';
import type { Complaint, Form } from '#core/form.ts';
import { matchRoute } from '#core/routes.ts';
import type { Deps } from './asked.ts';
import type { Call, Reply } from './call.ts';

type Happened = {
  readonly backend: string;
  readonly call: Call;
  readonly reply: Reply;
  readonly units: { readonly read: number; readonly write: number };
  readonly started: Date;
  readonly ended: Date;
  /** The name of what was thrown. */
  readonly error?: string | undefined;
  /** The form's own functions that failed, where the answer did not. */
  readonly faults: readonly Fault[];
};

/**
 * One request as a line of JSON, in CloudWatch's embedded metric format: the line is the metric too.
 * All of it is ours to tell: not the path, which a caller writes, but the route and form it led to.
 */
export function logLine(
  { backend, call, reply, units, started, ended, error, faults }: Happened,
  formById: Deps['formById'],
): string {
  const route = matchRoute(call.method, call.path);
  const asked = formById(route?.parameters['form'] ?? '');
  const form = asked?.id;
  return JSON.stringify({
    requestId: call.requestId,
    route: route?.name,
    form,
    status: reply.status,
    code: 'code' in reply.body ? reply.body.code : undefined,
    refused: refusedIn(call, reply, asked),
    error,
    faults: faultsIn(faults),
    ms: ended.getTime() - started.getTime(),
    readUnits: units.read,
    writeUnits: units.write,
    ...metricOf(reply, { backend, form, timestamp: ended.getTime() }),
  });
}

/** Which parameters or answers were refused, and why: names and codes of ours, no word of the sender's. */
function refusedIn(
  call: Call,
  { body }: Reply,
  form: Form | undefined,
): readonly string[] | undefined {
  const { code, errors } = body as { readonly code?: string; readonly errors?: Complaint[] };
  if (!errors) return undefined;
  if (code === 'invalid_parameter') return errors.map(({ field }) => field);
  return form && complaintCodes(form, jsonIn(call.body), errors);
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Which function, how it failed and how often: a list of a hundred entries may fail a hundred times over. */
function faultsIn(faults: readonly Fault[]): Record<string, number> | undefined {
  if (faults.length === 0) return undefined;
  const counts = new Map<string, number>();
  for (const { function: name, error } of faults) {
    const fault = `${name}: ${error}`;
    counts.set(fault, (counts.get(fault) ?? 0) + 1);
  }
  return Object.fromEntries(counts);
}

type Counted = {
  readonly backend: string;
  readonly form: string | undefined;
  readonly timestamp: number;
};

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html */
function metricOf(reply: Reply, { backend, form, timestamp }: Counted): object {
  const name = metricNameOf(reply);
  if (!name) return {};
  const metrics = {
    Namespace: 'Formstead',
    Dimensions: [form === undefined ? ['backend'] : ['backend', 'form']],
    Metrics: [{ Name: name, Unit: 'Count' }],
  };
  return { backend, [name]: 1, _aws: { Timestamp: timestamp, CloudWatchMetrics: [metrics] } };
}

function metricNameOf({ status, headers }: Reply): string | undefined {
  if (status >= 500) return 'Failures';
  if (status === 412) return 'Conflicts';
  if (status >= 400) return 'Refusals';
  if (headers?.['Idempotent-Replayed']) return 'Replays';
  return status === 201 ? 'Submissions' : undefined;
}
