import type { Field, Options as Labels } from '../form/field.ts';
import { optionLabel, optionValues } from '../form/options.ts';
import { err, ok } from '../values/result.ts';
import { makeField, type FieldOptions, type IsRequired } from './make-field.ts';

type RankingOptions = FieldOptions & {
  /** What is ranked: its stored value, and its label. */
  readonly options: Labels;
};

/** Options in an order of preference, the first one first. All of them are ranked. */
export function ranking<const Options extends RankingOptions>(
  options: Options,
): Field<readonly Options['options'][number][0][], IsRequired<Options>> {
  type Value = Options['options'][number][0];
  const { options: labels }: RankingOptions = options;
  const values: readonly Value[] = optionValues(labels);
  return makeField<readonly Value[], Options>(options, {
    control: { is: 'ranking', options: labels },
    summary: 'ranking',
    missing: 'rank-all',
    read: (value) => {
      if (!Array.isArray(value) || value.length > values.length) return err('unlisted');
      if (!value.every((it) => values.includes(it))) return err('unlisted');
      return new Set(value).size === values.length ? ok(value as Value[]) : err('rank-all');
    },
    jsonSchema: {
      type: 'array',
      items: { type: 'string', enum: values },
      uniqueItems: true,
      minItems: values.length,
      maxItems: values.length,
    },
    example: values,
    show: (answer, texts) =>
      answer
        .map((it, i) => `${i + 1}. ${optionLabel(texts?.options ?? labels, it) ?? it}`)
        .join('\n'),
    columns: labels.map(([value, label]) => ({
      label,
      cell: (answer) => (Array.isArray(answer) ? rankOf(answer, value) : undefined),
    })),
  });
}

/** From 1. */
function rankOf(answer: readonly unknown[], value: string): number | undefined {
  const at = answer.indexOf(value);
  return at < 0 ? undefined : at + 1;
}
