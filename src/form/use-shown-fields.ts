import { useDeferredValue, useMemo } from 'react';
import type { Field } from '#core/form/field.ts';
import type { FilledTexts } from './filled-texts.ts';
import type { FormNow } from './form-in-use.ts';

type ShownFields = {
  /** The fields that are asked, by name, with answers in their texts. */
  readonly shown: ReadonlyMap<string, Field>;
  readonly texts: FilledTexts;
};

/**
 * The fields to draw. A key changes the same objects only where it must; and texts that mention what is typed follow
 * when the browser has time: hundreds of labels may have a name in them.
 */
export function useShownFields(now: FormNow): ShownFields {
  const fields = now.fields();
  const texts = useDeferredValue(now.texts());
  return useMemo(() => {
    const filled = [...fields].map(
      ([name, field]) => [name, texts.fillField(name, field)] as const,
    );
    return { shown: new Map(filled), texts };
  }, [fields, texts]);
}
