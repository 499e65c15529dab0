import { issueCodes } from './issue-codes.ts';
import type { FormError } from '#core/form/safe-call.ts';
import type { Issue } from '#core/form/answers.ts';
import type { Form } from '#core/form/define-form.ts';
import { matchRoute } from '#core/api/match-route.ts';
import type { ApiDeps } from './request-context.ts';
import type { ApiRequest, ApiResponse } from './lambda-adapter.ts';

type LoggedRequest = {
  readonly backend: string;
  readonly request: ApiRequest;
  readonly response: ApiResponse;
  readonly units: { readonly read: number; readonly write: number };
  readonly started: Date;
  readonly ended: Date;
  /** The name of the error that was thrown. */
  readonly error?: string | undefined;
  /** Failures of the form's own functions, which do not make the request fail. */
  readonly formErrors: readonly FormError[];
};

/**
 * One request as a line of JSON in CloudWatch's embedded metric format, from which CloudWatch extracts the metric.
 * Nothing in it was written by the caller: it has the route and the form instead of the path.
 */
export function logLine(
  { backend, request, response, units, started, ended, error, formErrors }: LoggedRequest,
  formById: ApiDeps['formById'],
): string {
  const route = matchRoute(request.method, request.path);
  const definition = formById(route?.parameters['form'] ?? '');
  const form = definition?.id;
  return JSON.stringify({
    requestId: request.requestId,
    route: route?.name,
    form,
    status: response.status,
    code: 'code' in response.body ? response.body.code : undefined,
    refused: refusedFields(request, response, definition),
    error,
    faults: countFormErrors(formErrors),
    ms: ended.getTime() - started.getTime(),
    readUnits: units.read,
    writeUnits: units.write,
    ...metricOf(response, { backend, form, timestamp: ended.getTime() }),
  });
}

/** Which parameters or answers were invalid, and why, in our own names and codes. */
function refusedFields(
  request: ApiRequest,
  { body }: ApiResponse,
  form: Form | undefined,
): readonly string[] | undefined {
  const { code, errors } = body as { readonly code?: string; readonly errors?: Issue[] };
  if (!errors) return undefined;
  if (code === 'invalid_parameter') return errors.map(({ field }) => field);
  return form && issueCodes(form, parseJsonOrNothing(request.body), errors);
}

function parseJsonOrNothing(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** How often each function failed, and with which error: a list of entries may repeat one failure a hundred times. */
function countFormErrors(formErrors: readonly FormError[]): Record<string, number> | undefined {
  if (formErrors.length === 0) return undefined;
  const counts = new Map<string, number>();
  for (const { function: name, error } of formErrors) {
    const failure = `${name}: ${error}`;
    counts.set(failure, (counts.get(failure) ?? 0) + 1);
  }
  return Object.fromEntries(counts);
}

type MetricDimensions = {
  readonly backend: string;
  readonly form: string | undefined;
  readonly timestamp: number;
};

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html */
function metricOf(response: ApiResponse, { backend, form, timestamp }: MetricDimensions): object {
  const name = metricNameOf(response);
  if (!name) return {};
  const metrics = {
    Namespace: 'Formstead',
    Dimensions: [form === undefined ? ['backend'] : ['backend', 'form']],
    Metrics: [{ Name: name, Unit: 'Count' }],
  };
  return { backend, [name]: 1, _aws: { Timestamp: timestamp, CloudWatchMetrics: [metrics] } };
}

function metricNameOf({ status, headers }: ApiResponse): string | undefined {
  if (status >= 500) return 'Failures';
  if (status === 412) return 'Conflicts';
  if (status >= 400) return 'Refusals';
  if (headers?.['Idempotent-Replayed']) return 'Replays';
  return status === 201 ? 'Submissions' : undefined;
}
