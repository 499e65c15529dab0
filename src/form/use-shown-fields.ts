import { startTransition, useEffect, useMemo, useState } from 'react';
import type { Field } from '#core/form/field.ts';
import type { FilledTexts } from './filled-texts.ts';
import type { FormNow } from './form-in-use.ts';

type ShownFields = {
  /** The fields that are asked, by name, with answers in their texts. */
  readonly shown: ReadonlyMap<string, Field>;
  readonly texts: FilledTexts;
};

/** What the fields are drawn for: another draft, or another page of the form. */
type DrawnFor = { readonly draft: string; readonly page: readonly string[] | undefined };

/** The fields to draw. A key changes the same objects only where it must. */
export function useShownFields(now: FormNow, drawnFor: DrawnFor): ShownFields {
  const fields = now.fields();
  const texts = useTextsAfterPause({ ...drawnFor, fields, texts: now.texts() });
  return useMemo(() => {
    const filled = [...fields].map(
      ([name, field]) => [name, texts.fillField(name, field)] as const,
    );
    return { shown: new Map(filled), texts };
  }, [fields, texts]);
}

type Drawn = DrawnFor & {
  readonly fields: ReadonlyMap<string, Field>;
  readonly texts: FilledTexts;
};

/** Milliseconds without a key until texts follow what was typed. */
const pause = 250;

/**
 * Texts that mention what somebody is typing follow when they pause: hundreds of labels may have a name in them, and
 * the browser's autofill lays out all that have changed before it takes the next key. Anything that is drawn anew has
 * the latest texts at once.
 */
function useTextsAfterPause(latest: Drawn): FilledTexts {
  const { draft, page, fields, texts } = latest;
  const [drawn, setDrawn] = useState(latest);
  const isSame = drawn.draft === draft && drawn.page === page && drawn.fields === fields;
  const isUpToDate = isSame && drawn.texts === texts;
  useEffect(() => {
    if (isUpToDate) return undefined;
    const follow = () => startTransition(() => setDrawn({ draft, page, fields, texts }));
    const timer = setTimeout(follow, isSame ? pause : 0);
    return () => clearTimeout(timer);
  }, [isUpToDate, isSame, draft, page, fields, texts]);
  return isSame ? drawn.texts : texts;
}
