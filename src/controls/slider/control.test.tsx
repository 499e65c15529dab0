import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { slider } from '#core/fields/index.ts';
import { openFields } from '../../testing/open-form.tsx';

afterEach(cleanup);

const pain = slider({ label: 'Pain', noun: 'the pain', max: 10, step: 0.5, unit: 'points' });

async function openSlider() {
  const opened = openFields({ pain });
  const slide = await screen.findByRole('slider', { name: 'Pain' });
  return { ...opened, slide, box: screen.getByLabelText<HTMLInputElement>('Number') };
}

test('nothing is chosen until somebody slides or types', async () => {
  const { press, person, slide, box } = await openSlider();
  expect(slide.getAttribute('aria-valuetext')).toBe('No answer yet');
  await press();
  await person.click(await screen.findByRole('link', { name: 'Choose the pain' }));
  expect(document.activeElement).toBe(box);
});

test('the box shows where the slider is, and the slider what is typed', async () => {
  const { person, slide, box, send } = await openSlider();
  fireEvent.change(slide, { target: { value: '2.5' } });
  expect(box.value).toBe('2.5');
  await person.clear(box);
  await person.type(box, '7,5');
  expect(slide).toHaveProperty('value', '7.5');
  expect(slide.getAttribute('aria-valuetext')).toBe('7,5 points');
  expect(await send()).toEqual({ pain: 7.5 });
});

test('the number in the middle, where the slider is at first, can be chosen too', async () => {
  const { slide, box } = await openSlider();
  fireEvent.pointerUp(slide);
  expect(box.value).toBe('5');
  fireEvent.change(box, { target: { value: '' } });
  fireEvent.keyDown(slide, { key: ' ' });
  expect(box.value).toBe('5');
});

test('a number between two steps is refused', async () => {
  const { person, press, box } = await openSlider();
  await person.type(box, '2.3');
  await press();
  expect(
    await screen.findByRole('link', { name: 'Enter the pain in steps of 0.5 from 0' }),
  ).toBeTruthy();
});
