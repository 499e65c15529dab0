import { useEffect, useMemo, useRef, useState } from 'react';
import type { RequestedView } from '#core/views/read-shared-view.ts';
import type { SharedView } from '#core/views/shared-view.ts';
import type { ApiFailure } from '../../../cloud/api/api-failure.ts';
import { useDeps } from '../../../deps.ts';
import { createKeptRecord } from '../settings/kept-record.ts';
import { createViewsApi, viewsIn } from './views-api.ts';

/** By form, as they were last seen: for when there is no network. A form's id has no blank. */
const kept = createKeptRecord('shared views');

export type SharedViews = {
  readonly views: readonly SharedView[];
  readonly state: 'loading' | 'loaded' | 'not-loaded';
  readonly load: () => Promise<void>;
  /** @returns why it did not work */
  readonly set: (view: RequestedView) => Promise<ApiFailure | undefined>;
};

/** The views of a form that its members share: those that this device remembers, until the server has sent them. */
export function useSharedViews(form: string, username: string): SharedViews {
  const deps = useDeps();
  const api = useMemo(() => createViewsApi(deps.call, form, username), [deps, form, username]);
  const [views, setViews] = useState<readonly SharedView[]>();
  const [remembered, setRemembered] = useState<readonly SharedView[]>([]);
  const [state, setState] = useState<SharedViews['state']>('loading');

  /** How many lists were requested: only the last says what there is now. */
  const requested = useRef(0);

  async function load() {
    const mine = (requested.current += 1);
    setState('loading');
    const listed = await api.list();
    if (mine !== requested.current) return;
    setState(listed.ok ? 'loaded' : 'not-loaded');
    // Whoever has no role any more sees none.
    const isRefused = !listed.ok && listed.problem.is === 'refused';
    if (!listed.ok && !isRefused) return;
    const now = listed.ok ? listed.value : [];
    setViews(now);
    await kept.update(deps, username, (before) => ({ ...before, [form]: now }));
  }
  const first = useRef(async () => {
    const before = await kept.read(deps, username);
    setRemembered(viewsIn(before[form]) ?? []);
    await load();
  });
  useEffect(() => void first.current(), []);

  return {
    views: views ?? remembered,
    state,
    load,
    async set(view) {
      const done = await api.set(view);
      await load();
      return done.ok ? undefined : done.problem;
    },
  };
}
