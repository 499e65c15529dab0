import { memo, useState, type ComponentProps } from 'react';
import type { FormSection } from '#core/form/form-pages.ts';
import { questionId } from '../controls/question.ts';
import type { FilledTexts } from './filled-texts.ts';
import { FormQuestion } from './form-question.tsx';
import { createUnchanged } from './unchanged.ts';

type QuestionProps = ComponentProps<typeof FormQuestion>;

type Props = {
  readonly sections: readonly FormSection[] | undefined;
  /** The fields to draw. */
  readonly names: readonly string[];
  readonly texts: FilledTexts;
  readonly questionAt: (name: string) => QuestionProps;
};

/**
 * Questions, those of a section under its heading. Questions without a section are in no element that others come
 * and go in, so that a new question above never moves the focus.
 */
export function FormSections({ sections = [], names, texts, questionAt }: Props) {
  const [unchanged] = useState(createUnchanged);
  const propsOf = (name: string) => unchanged(name, questionAt(name));
  return groupsOf(names, sections).map(({ first, others, section }) => {
    if (!section) return <FormQuestion key={first} {...propsOf(first)} />;
    // Its first field may not be asked: the heading is named after the section's place in the form.
    const id = `${questionId(section.fields[0] ?? '')}-section`;
    return (
      <Section
        key={id}
        id={id}
        title={texts.fillIn(section.title)}
        guidance={section.guidance && texts.fillIn(section.guidance)}
        questions={unchanged(id, [first, ...others].map(propsOf))}
      />
    );
  });
}

type SectionProps = {
  readonly id: string;
  readonly title: string;
  readonly guidance: string | undefined;
  readonly questions: readonly QuestionProps[];
};

/** A key that changes nothing in it draws nothing of it again. */
const Section = memo(function Section({ id, title, guidance, questions }: SectionProps) {
  return (
    <section className="section" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {guidance && <p className="lead">{guidance}</p>}
      {questions.map((it) => (
        <FormQuestion key={it.name} {...it} />
      ))}
    </section>
  );
});

type Group = {
  readonly section: FormSection | undefined;
  readonly first: string;
  readonly others: string[];
};

/** The fields of each section together, and all others alone, in the form's order. */
function groupsOf(names: readonly string[], sections: readonly FormSection[]): readonly Group[] {
  const sectionOf = new Map(sections.flatMap((it) => it.fields.map((name) => [name, it] as const)));
  const groups = new Map<FormSection | string, Group>();
  for (const name of names) {
    const section = sectionOf.get(name);
    const before = section && groups.get(section);
    if (before) before.others.push(name);
    else groups.set(section ?? name, { section, first: name, others: [] });
  }
  return [...groups.values()];
}
