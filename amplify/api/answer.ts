import { list } from '#core/entries/list.ts';
import { read } from '#core/entries/read.ts';
import type { EntryStore } from '#core/entries/store.ts';
import { submit } from '#core/entries/submit.ts';
import { tell, type Entry } from '#core/entry.ts';
import type { Form } from '#core/form.ts';
import { isUuid, newId } from '#core/id.ts';
import { problemBody, problems, type Problem } from '#core/problem.ts';
import { err, ok, type Result } from '#core/result.ts';
import { matchRoute, type RouteName } from '#core/routes.ts';
import { readJson } from './body.ts';
import type { Call, Reply } from './call.ts';

export type Deps = {
  readonly store: EntryStore;
  readonly formById: (id: string) => Form | undefined;
  readonly now: () => Date;
  readonly random: () => number;
  readonly randomBytes: (count: number) => Uint8Array;
};

/** A call once it is known who calls, and about which form. */
type Asked = {
  readonly call: Call;
  readonly form: Form;
  readonly username: string;
  readonly parameters: Readonly<Record<string, string>>;
};

type Answer = (deps: Deps, asked: Asked) => Promise<Result<Reply, Problem>>;

/** Every answer the API gives, refusals among them. */
export async function answer(deps: Deps, call: Call): Promise<Reply> {
  const replied = await answerRoute(deps, call);
  return replied.ok ? replied.value : refusal(replied.problem, call.requestId);
}

export function refusal(problem: Problem, requestId: string): Reply {
  return { status: problems[problem.code].status, body: problemBody(problem, requestId) };
}

async function answerRoute(deps: Deps, call: Call): Promise<Result<Reply, Problem>> {
  if (call.username === undefined) return err({ code: 'unauthorized' });
  const route = matchRoute(call.method, call.path);
  const form = route && deps.formById(route.parameters['form'] ?? '');
  if (!form) return err({ code: 'not_found' });
  const { name, parameters } = route;
  return answers[name](deps, { call, form, username: call.username, parameters });
}

/** One per route; the compiler sees that none is missing. */
const answers: Record<RouteName, Answer> = {
  async submit(deps, { call, form, username }) {
    const id = submissionId(deps, call);
    if (!id.ok) return id;
    const body = readJson(call);
    if (!body.ok) return body;
    const submitted = await submit(deps, { form, username, id: id.value, body: body.value });
    if (!submitted.ok) return submitted;
    const { entry, replayed } = submitted.value;
    const headers = replayed ? { 'Idempotent-Replayed': 'true' } : undefined;
    return ok(tellEntry(form, entry, replayed ? 200 : 201, headers));
  },

  async list(deps, { call, form, username }) {
    const { limit, cursor } = call.query;
    const listed = await list(deps, { username, form: form.id, limit, cursor });
    if (!listed.ok) return listed;
    const { entries, ...rest } = listed.value;
    return ok({ status: 200, body: { items: entries.map((it) => tell(form, it)), ...rest } });
  },

  async read(deps, { form, username, parameters }) {
    const found = await read(deps, { username, form: form.id, id: parameters['id'] ?? '' });
    return found.ok ? ok(tellEntry(form, found.value, 200)) : found;
  },
};

/** The sender's key is the entry's id; who sends none gets an id, but no protection from a repeat. */
function submissionId({ now, randomBytes }: Deps, { headers }: Call): Result<string, Problem> {
  const key = headers.get('idempotency-key');
  if (key === undefined) return ok(newId({ now: now().getTime(), random: randomBytes(10) }));
  if (isUuid(key)) return ok(key.toLowerCase());
  const complaint = { field: 'Idempotency-Key', message: 'Send a UUID' };
  return err({ code: 'invalid_parameter', errors: [complaint] });
}

function tellEntry(form: Form, entry: Entry, status: number, headers = {}): Reply {
  return { status, body: tell(form, entry), headers: { ...headers, ETag: `"${entry.version}"` } };
}
