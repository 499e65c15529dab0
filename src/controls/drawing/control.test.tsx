import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { area, line } from '#core/fields/index.ts';
import type { Field } from '#core/form/field.ts';
import { openFields } from '../../testing/open-form.tsx';

afterEach(cleanup);

const box = (name: string) => screen.getByLabelText<HTMLInputElement>(name);

async function openDrawing(field: Field) {
  const opened = openFields({ way: field });
  const button = await screen.findByRole('button', { name: 'Add this point' });
  const { person } = opened;
  return {
    ...opened,
    button,
    add: async (...points: readonly (readonly [latitude: string, longitude: string])[]) => {
      for (const [latitude, longitude] of points) {
        await person.type(box('Latitude'), latitude);
        await person.type(box('Longitude'), longitude);
        await person.click(button);
      }
    },
  };
}

test('a line is drawn point by point as numbers, with its length, and sent as GeoJSON', async () => {
  const { add, send } = await openDrawing(line({ label: 'Way' }));
  await add(['0', '0'], ['0', '1'], ['-0.5', '1']);
  expect(screen.getByText('3 points, 167 km')).toBeTruthy();
  expect(within(screen.getByRole('list')).getAllByRole('listitem')).toHaveLength(3);
  expect(box('Latitude').value).toBe('');
  expect(await send()).toEqual({
    way: {
      type: 'LineString',
      coordinates: [
        [0, 0],
        [1, 0],
        [1, -0.5],
      ],
    },
  });
});

test('an area closes itself, and its size is said', async () => {
  const { add, send } = await openDrawing(area({ label: 'Way' }));
  await add(['0', '0'], ['0', '0.001'], ['0.001', '0.001']);
  expect(screen.getByText('3 points, 6,180 m²')).toBeTruthy();
  expect(await send()).toMatchObject({
    way: {
      type: 'Polygon',
      coordinates: [
        [
          [0, 0],
          [0.001, 0],
          [0.001, 0.001],
          [0, 0],
        ],
      ],
    },
  });
});

test('the last point is removed, and put back', async () => {
  const { add, person, send } = await openDrawing(line({ label: 'Way' }));
  await add(['1', '2'], ['3', '4']);
  await person.click(screen.getByRole('button', { name: 'Remove the last point' }));
  expect(screen.getByText('1 point, 0 m')).toBeTruthy();
  await person.click(screen.getByRole('button', { name: 'Put it back' }));
  expect(await send()).toMatchObject({
    way: {
      coordinates: [
        [2, 1],
        [4, 3],
      ],
    },
  });
});

test('too few points are explained, and there are no more than the question allows', async () => {
  const { add, button, press, person } = await openDrawing(line({ label: 'Way', most: 2 }));
  await add(['1', '2']);
  await press();
  expect(await screen.findAllByText(/Add 1 more|at least 2/)).not.toHaveLength(0);
  await add(['3', '4']);
  await screen.findByText(/There can be no more/);
  await person.type(box('Latitude'), '5');
  await person.type(box('Longitude'), '6');
  await person.click(button);
  expect(within(screen.getByRole('list')).getAllByRole('listitem')).toHaveLength(2);
});

test('half a point, or one that is not on Earth, is not added', async () => {
  const { add, button, person } = await openDrawing(line({ label: 'Way' }));
  await add(['91', '0']);
  await person.clear(box('Latitude'));
  await person.type(box('Latitude'), '1');
  await person.clear(box('Longitude'));
  await person.click(button);
  expect(screen.queryByRole('list')).toBeNull();
});
