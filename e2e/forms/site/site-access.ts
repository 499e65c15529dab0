import { choice, choices, longText, note, number, text } from '#core/fields/index.ts';
import type { PartLogic } from '../parts.ts';
import { goodPoor, yesNo, yesNoUnsure } from '../usual-options.ts';
import { photoNumber } from './photo-number.ts';

export const accessFields = {
  roadState: choice({ label: 'In which state is the road to the site?', options: goodPoor }),
  roadPhoto: photoNumber('the road'),
  roadWidth: number({ label: 'How wide is it at its narrowest?', unit: 'm', min: 0, max: 60 }),
  rains: choice({ label: 'Can it be used after heavy rain?', options: yesNoUnsure }),
  vehicles: choices({
    label: 'What reaches the site?',
    options: [
      ['foot', 'People on foot'],
      ['cart', 'Carts and bicycles'],
      ['car', 'Cars'],
      ['small', 'Small lorries'],
      ['large', 'Large lorries'],
      ['none', 'Nothing at the moment'],
    ],
    exclusive: ['none'],
  }),
  lorryHint: note({
    text: 'A large lorry needs a road **4 metres** wide, and a circle of 25 metres to turn.',
  }),
  turning: choice({ label: 'Can a large lorry turn on the site?', options: yesNoUnsure }),
  bridge: choice({ label: 'Is there a bridge or a ford on the way?', options: yesNo }),
  bridgeLoad: number({ label: 'How much does the bridge carry?', unit: 't', min: 0, max: 100 }),
  bridgePhoto: photoNumber('the bridge or ford'),
  walk: choice({
    label: 'How far do most people walk to it?',
    options: [
      ['1', 'Less than 1 km'],
      ['2', '1 to 2 km'],
      ['5', '2 to 5 km'],
      ['10', 'More than 5 km'],
    ],
  }),
  walkReason: text({ label: 'Why is there no nearer site?', max: 200 }),
  ramps: choice({ label: 'Can somebody in a wheelchair reach the counters?', options: yesNo }),
  barriers: choices({
    label: 'What is in their way?',
    options: [
      ['steps', 'Steps'],
      ['mud', 'Mud or sand'],
      ['narrow', 'Narrow gates'],
      ['slope', 'A steep slope'],
      ['other', 'Something else'],
    ],
    other: 'other',
  }),
  barrierPhoto: photoNumber('what is in the way'),
  fixes: longText({ label: 'What would remove it?', max: 600, rows: 3, optional: true }),
};

export const accessLogic = {
  when: {
    roadPhoto: ({ roadState }) => roadState === 'fair' || roadState === 'poor',
    roadWidth: ({ roadState }) => roadState !== undefined && roadState !== 'none',
    rains: ({ roadState }) => roadState !== undefined && roadState !== 'none',
    lorryHint: ({ vehicles }) => vehicles?.includes('large'),
    turning: ({ vehicles }) => vehicles?.includes('large'),
    bridgeLoad: ({ bridge }) => bridge === 'yes',
    bridgePhoto: ({ bridge }) => bridge === 'yes',
    walkReason: ({ walk }) => walk === '10',
    barriers: ({ ramps }) => ramps === 'no',
    barrierPhoto: ({ ramps }) => ramps === 'no',
    fixes: ({ ramps }) => ramps === 'no',
  },
  rules: [
    {
      at: 'turning',
      broken: ({ turning, roadWidth }) =>
        turning === 'yes' && roadWidth !== undefined && roadWidth < 4,
      message: 'Check whether a large lorry can turn: the road is narrower than 4 metres',
      soft: true,
    },
  ],
} satisfies PartLogic<typeof accessFields>;

export const accessPages = [
  { title: 'The road', fields: ['roadState', 'roadPhoto', 'roadWidth', 'rains'] },
  { title: 'Vehicles', fields: ['vehicles', 'lorryHint', 'turning'] },
  { title: 'Bridges', fields: ['bridge', 'bridgeLoad', 'bridgePhoto'] },
  { title: 'On foot', fields: ['walk', 'walkReason'] },
  { title: 'Disability', fields: ['ramps', 'barriers', 'barrierPhoto', 'fixes'] },
] as const;
