import { use, useLayoutEffect, useRef, useState } from 'react';
import type {
  ControlNamed,
  ControlValue,
  InstanceQuestions,
  InstanceValue,
  Questions,
} from '#core/form/field.ts';
import { instanceName } from '#core/logic/instance-name.ts';
import { useDeps } from '../../deps.ts';
import { repeatMessages } from '../../messages/en/repeat.ts';
import { useMessages } from '../../messages/locale.ts';
import { Grouped } from '../question-layout.tsx';
import { instancesValue, questionPath, type Question } from '../question.ts';
import { QuestionsAroundContext, type QuestionsAround } from '../questions-around.ts';
import { InstanceCard } from './instance-card.tsx';
import { InstancesContext } from './instance-fields.tsx';
import {
  isUntouched,
  movedBy,
  withInstanceAt,
  withoutInstance,
  withTyped,
} from './instance-list.ts';
import { Removed } from './removed.tsx';
import { useCount } from './use-count.ts';
import { useStable } from './use-stable.ts';
import './control.css';

type RepeatQuestion = Question<ControlNamed<'repeat'>>;

/** The instances of a repeat, one card each: added, removed with undo, and moved. */
export default function RepeatControl(question: RepeatQuestion) {
  const around = use(QuestionsAroundContext);
  return around && <Instances question={question} around={around} />;
}

type Props = { readonly question: RepeatQuestion; readonly around: QuestionsAround };

function Instances({ question, around }: Props) {
  const { id, label, control, controlValue, onControlValue } = question;
  const messages = useMessages('repeat', repeatMessages);
  const { newId } = useDeps();
  const [removed, setRemoved] = useState<{ instance: InstanceValue; at: number; name: string }>();
  const [status, setStatus] = useState('');
  const list = useRef<HTMLOListElement>(null);
  /** What takes the focus once it is on the page. */
  const focusNext = useRef<() => HTMLElement | null | undefined>(undefined);
  useLayoutEffect(() => {
    focusNext.current?.()?.focus();
    focusNext.current = undefined;
  });

  const path = questionPath(id);
  const field = path.slice(path.lastIndexOf('/') + 1);
  const all = instancesValue(controlValue);
  // Several keys may arrive before the page is drawn again.
  const latest = useRef(all);
  useLayoutEffect(() => void (latest.current = all));
  const change = (next: readonly InstanceValue[]) => {
    latest.current = next;
    onControlValue(next);
  };
  const onType = useStable((innerPath: string, it: ControlValue) => {
    const [instance = '', name = ''] = innerPath.slice(path.length + 1).split('/');
    change(withTyped(latest.current, { instance, name, controlValue: it }));
  });

  const blank = (): InstanceValue => ({ id: newId(), values: {} });
  const { count, countLabel, shown, surplus } = useCount({
    control,
    all,
    evaluation: around.evaluation,
    add: (missing) => change([...latest.current, ...Array.from({ length: missing }, blank)]),
  });

  const evaluations = new Map(around.evaluation.instances(field).map((it) => [it.id, it]));
  const questions = around.evaluation.field(field).instances ?? noQuestions;
  const cards = shown.map((instance, i) => {
    const evaluation = evaluations.get(instance.id);
    const title = messages.numbered(control.one ?? label, i + 1);
    const ownName = evaluation && instanceName(questions, evaluation.answersSoFar);
    return { instance, title, ownName, name: ownName ?? title };
  });
  const cardOf = (instance: string) => document.getElementById(`${id}/${instance}`);

  function addOne() {
    const instance = blank();
    setRemoved(undefined);
    setStatus('');
    change([...latest.current, instance]);
    focusNext.current = () => firstInput(cardOf(instance.id)) ?? cardOf(instance.id);
  }

  const remove = useStable((instance: string) => {
    const at = cards.findIndex((it) => it.instance.id === instance);
    const card = cards[at];
    if (!card) return;
    setRemoved({ instance: card.instance, at, name: card.name });
    setStatus(messages.removed(card.name));
    change(withoutInstance(latest.current, instance));
    focusNext.current = () => list.current?.querySelector<HTMLElement>('.instance-removed button');
  });

  function undo() {
    if (!removed) return;
    const { instance, at, name } = removed;
    const others = latest.current;
    const last = others.at(-1);
    // The page had filled the gap with an instance that nobody has touched.
    const isFilled = count !== undefined && others.length >= count && last && isUntouched(last);
    change(withInstanceAt(isFilled ? others.slice(0, -1) : others, instance, at));
    setRemoved(undefined);
    setStatus(messages.back(name));
    focusNext.current = () => cardOf(instance.id);
  }

  const move = useStable((instance: string, by: 1 | -1) => {
    const from = cards.findIndex((it) => it.instance.id === instance);
    const card = cards[from];
    if (!card) return;
    setRemoved(undefined);
    change(movedBy(latest.current, instance, by));
    setStatus(messages.moved(card.name, from + by + 1, cards.length));
    focusNext.current = () => {
      const buttons = cardOf(instance)?.querySelectorAll<HTMLElement>('.instance-move');
      // At either end there is only the button for the other direction.
      return buttons?.[by === 1 ? buttons.length - 1 : 0];
    };
  });

  const isFull = all.length >= control.max;
  return (
    // Where an answer says how many there are, none is optional.
    <Grouped question={{ ...question, optional: question.optional && !control.count }}>
      {shown.length + (removed ? 1 : 0) > 0 && (
        <InstancesContext
          value={{ path, questions, around, evaluations, values: valuesById(shown), onType }}
        >
          {/* Without a button to add one, an issue of the whole list leads here. */}
          <ol
            className="instances"
            ref={list}
            {...(control.count !== undefined && { id, tabIndex: -1 })}
          >
            {cards.map(({ instance, title, ownName }, i) => [
              removed?.at === i && <Removed key="removed" name={removed.name} onUndo={undo} />,
              <InstanceCard
                key={instance.id}
                id={`${id}/${instance.id}`}
                instance={instance.id}
                title={title}
                ownName={ownName}
                isFirst={i === 0}
                isLast={i === cards.length - 1}
                onMove={move}
                onRemove={remove}
              />,
            ])}
            {removed && removed.at >= cards.length && (
              <Removed key="removed" name={removed.name} onUndo={undo} />
            )}
          </ol>
        </InstancesContext>
      )}
      {count === undefined && control.count !== undefined && (
        <p className="hint">{messages.countFirst(countLabel ?? control.count)}</p>
      )}
      {surplus > 0 && <p className="hint">{messages.surplus(surplus)}</p>}
      {control.count === undefined && !isFull && (
        <button className="button-second" type="button" id={id} onClick={addOne}>
          {control.add ?? messages.add}
        </button>
      )}
      {control.count === undefined && isFull && (
        <p className="hint">{messages.most(control.max)}</p>
      )}
      <output className="visually-hidden">{status}</output>
    </Grouped>
  );
}

/** Until the form has the field. */
const noQuestions: Questions & Pick<InstanceQuestions, 'item'> = { fields: {} };

function valuesById(
  instances: readonly InstanceValue[],
): ReadonlyMap<string, InstanceValue['values']> {
  return new Map(instances.map(({ id, values }) => [id, values]));
}

function firstInput(card: HTMLElement | null): HTMLElement | null | undefined {
  return card?.querySelector<HTMLElement>('input, select, textarea, [tabindex="0"]');
}
