import { acknowledge, choice, choices, date, longText, note, text } from '#core/fields/index.ts';
import type { AnswersSoFar } from '#core/logic/form-logic.ts';
import type { PartLogic } from '../parts.ts';
import { yesNo, yesNoUnsure } from '../usual-options.ts';
import type { eventFields } from './protection-events.ts';
import type { peopleFields } from './protection-people.ts';

export const wishFields = {
  wishAdvice: note({
    label: 'What a court can order',
    text: 'Choose what would keep you safe. The judge decides.',
  }),
  noContact: choice({ label: 'Should they not contact you at all?', options: yesNo }),
  contactHow: choices({
    label: 'How may they contact you?',
    options: [
      ['mail', 'By email'],
      ['text', 'By text message'],
      ['lawyer', 'Through a lawyer'],
      ['friend', 'Through a friend'],
    ],
    min: 1,
  }),
  contactFriend: text({ label: 'Through which friend?', max: 120 }),
  contactAbout: text({ label: 'What about?', max: 200 }),
  stayAway: choices({
    label: 'Where should they not go?',
    options: [
      ['home', 'My home'],
      ['work', 'My work'],
      ['school', 'A school'],
      ['other', 'Another address'],
      ['none', 'I do not need that'],
    ],
    exclusive: ['none'],
  }),
  awayHome: text({ label: 'Address of your home', max: 200 }),
  awayWork: text({ label: 'Address of your work', max: 200 }),
  awaySchool: text({ label: 'Address of the school', max: 200 }),
  awayOther: text({ label: 'The other address', max: 200 }),
  awayDistance: choice({
    label: 'How far should they stay away?',
    options: [
      ['50', '50 metres'],
      ['100', '100 metres'],
      ['500', '500 metres'],
    ],
  }),
  leaveHome: choice({ label: 'Should they leave the home?', options: yesNo }),
  leaveWhy: longText({ label: 'Why should they leave?', max: 1000, rows: 3 }),
  fetchThings: choice({ label: 'Should the police come when they fetch things?', options: yesNo }),
  ownThings: choice({ label: 'Do you need to fetch your things?', options: yesNo }),
  ownThingsWhich: text({ label: 'Which things?', max: 200 }),
  takeWeapons: choice({ label: 'Should their weapons be taken?', options: yesNo }),
  childContact: choice({
    label: 'May they see the children?',
    options: [
      ['no', 'No'],
      ['watched', 'Only with somebody there'],
      ['yes', 'Yes'],
    ],
  }),
  childWatcher: text({ label: 'Who should be there?', max: 120 }),
  childPickup: text({ label: 'Where are the children handed over?', max: 120 }),
  childSchool: choice({ label: 'May they go to the school of the children?', options: yesNo }),
  until: choice({
    label: 'How long should the order last?',
    options: [
      ['year', 'A year'],
      ['other', 'Until a certain day'],
    ],
  }),
  untilDay: date({ label: 'Until which day?' }),
  untilWhy: longText({ label: 'Why until then?', max: 600, rows: 3 }),
  withoutThem: choice({
    label: 'Should the judge decide before they know of it?',
    options: yesNoUnsure,
  }),
  withoutWhy: longText({ label: 'Why should they not know?', max: 1000, rows: 3 }),
  hearing: choice({
    label: 'How can you be heard?',
    options: [
      ['room', 'In court'],
      ['call', 'By telephone'],
      ['video', 'By video'],
    ],
  }),
  hearingNeeds: text({ label: 'What do you need there?', max: 200, optional: true }),
  court: choice({
    label: 'Which court is nearest?',
    options: [
      ['north', 'North'],
      ['east', 'East'],
      ['south', 'South'],
      ['west', 'West'],
      ['island', 'The island'],
    ],
  }),
  serveHow: choice({
    label: 'Who can hand them the papers?',
    options: [
      ['police', 'The police'],
      ['server', 'Somebody who is paid for it'],
      ['other', 'Somebody I know'],
    ],
  }),
  serveWhere: text({ label: 'Where can the papers be handed to them?', max: 200 }),
  serveWho: text({ label: 'Who is that?', max: 120 }),
  isTrue: acknowledge({
    label: 'What you sign',
    text: 'You will be asked in court whether this is true.',
    statement: 'All of this is true, as far as I know',
  }),
};

export const wishLogic = {
  when: {
    stayAway: ({ noContact }) => noContact !== undefined,
    withoutThem: ({ until }) => until !== undefined,
    hearing: ({ withoutThem }) => withoutThem !== undefined,
    court: ({ hearing }) => hearing !== undefined,
    serveHow: ({ court }) => court !== undefined,
    isTrue: ({ serveHow }) => serveHow !== undefined,
    contactHow: ({ noContact }) => noContact === 'no',
    contactFriend: ({ contactHow }) => contactHow?.includes('friend'),
    contactAbout: ({ noContact }) => noContact === 'no',
    awayHome: ({ stayAway, safeAddress }) => stayAway?.includes('home') && safeAddress === 'yes',
    awayWork: ({ stayAway }) => stayAway?.includes('work'),
    awaySchool: ({ stayAway }) => stayAway?.includes('school'),
    awayOther: ({ stayAway }) => stayAway?.includes('other'),
    awayDistance: ({ stayAway }) => stayAway !== undefined && !stayAway.includes('none'),
    leaveHome: ({ together }) => together === 'yes',
    leaveWhy: ({ leaveHome }) => leaveHome === 'yes',
    fetchThings: ({ leaveHome }) => leaveHome === 'yes',
    ownThings: ({ together }) => together === 'no',
    ownThingsWhich: ({ ownThings }) => ownThings === 'yes',
    takeWeapons: ({ weapons }) => weapons !== undefined && weapons !== 'no',
    childContact: ({ children }) => children !== undefined && children.length > 0,
    childWatcher: ({ childContact }) => childContact === 'watched',
    childPickup: ({ childContact }) => childContact === 'watched' || childContact === 'yes',
    childSchool: ({ childContact }) => childContact !== undefined,
    untilDay: ({ until }) => until === 'other',
    untilWhy: ({ until }) => until === 'other',
    withoutWhy: ({ withoutThem }) => withoutThem === 'yes',
    hearingNeeds: ({ hearing }) => hearing === 'room',
    serveWhere: ({ serveHow }) => serveHow !== undefined,
    serveWho: ({ serveHow }) => serveHow === 'other',
  },
  bounds: { untilDay: (_, { today }) => ({ min: today }) },
  rules: [
    {
      at: 'childContact',
      broken: ({ childContact, childHarm }) => childContact === 'yes' && childHarm === 'yes',
      message: 'Check whether they may see the children: you said that they hurt a child',
      soft: true,
    },
  ],
} satisfies PartLogic<typeof wishFields & typeof eventFields & typeof peopleFields>;

type SoFar = AnswersSoFar<typeof peopleFields, object>;

export const wishPages = [
  {
    title: 'Contact',
    fields: ['wishAdvice', 'noContact', 'contactHow', 'contactFriend', 'contactAbout'],
  },
  {
    title: 'Distance',
    fields: ['stayAway', 'awayHome', 'awayWork', 'awaySchool', 'awayOther', 'awayDistance'],
  },
  {
    title: 'Your home and your things',
    fields: ['leaveHome', 'leaveWhy', 'fetchThings', 'ownThings', 'ownThingsWhich', 'takeWeapons'],
  },
  {
    title: 'Contact with the children',
    fields: ['childContact', 'childWatcher', 'childPickup', 'childSchool'],
    when: ({ children }: SoFar) => children !== undefined && children.length > 0,
  },
  {
    title: 'The order and the hearing',
    fields: [
      'until',
      'untilDay',
      'untilWhy',
      'withoutThem',
      'withoutWhy',
      'hearing',
      'hearingNeeds',
      'court',
      'serveHow',
      'serveWhere',
      'serveWho',
      'isTrue',
    ],
  },
] as const;
