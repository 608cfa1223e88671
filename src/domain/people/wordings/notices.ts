import type { Controller } from './draft.ts';

/**
 * Privacy notices: what people are told of what is kept of them, for whom it is written. Made of the programme's own data; how to
 * complain stands in each of them.
 */

export const audiences = [
  ['adult', 'Parents and other adults'],
  ['teen', 'Young people, 11 to 17'],
  ['child', 'Children under 11'],
  ['easy', 'Easy Read'],
] as const;
export type Audience = (typeof audiences)[number][0];

/** What a notice is made of. */
export type NoticeAbout = {
  readonly programme: string;
  readonly controllers: readonly Controller[];
  /** "Priya N, 01632 960001": who answers questions about data. */
  readonly contact: string;
  readonly lead: string;
};

export type PrivacyNotice = {
  readonly title: string;
  readonly parts: readonly (readonly [heading: string, text: string])[];
};

/** What the set-up lacks before any notice may be handed out; none where all is there. */
export function missingForNotice({ controllers, contact, lead }: NoticeAbout): string[] {
  const partners = controllers.filter(({ address, contact: reach }) => address === '' || reach === '');
  return [
    ...(contact === '' ? ['Who answers questions and complaints about data'] : []),
    ...(lead === '' ? ['The safeguarding lead'] : []),
    ...(controllers.length === 0 ? ['A partner'] : []),
    ...partners.map(({ name }) => `Address and contact of ${name}`),
  ];
}

/** A notice for one audience. */
export const noticeFor = (audience: Audience, about: NoticeAbout): PrivacyNotice => notices[audience](about);

const whoIn = ({ controllers }: NoticeAbout): string =>
  controllers.map(({ name, address, contact }) => `${name}, ${address}, ${contact}`).join('\n');
const namesIn = ({ controllers }: NoticeAbout): string => controllers.map(({ name }) => name).join(', ');

const commissioner = 'the Information Commissioner: ico.org.uk, 0303 123 1113';

const notices: Readonly<Record<Audience, (about: NoticeAbout) => PrivacyNotice>> = {
  adult: (about) => ({
    title: `How ${about.programme} looks after information about your child`,
    parts: [
      [
        'Who we are',
        `${about.programme} is run by these organisations. Each is responsible for what it keeps.\n${whoIn(about)}`,
      ],
      [
        'What we keep',
        'Always: nothing, if a child only joins in. We count without names.\nWhen we know a child: a first name, an age, and the days they came.\nWhen a child registers: full name, date of birth, how to reach you, what we must do about health or access, and your answers on consent.',
      ],
      [
        'Why we may',
        'Who came, and contact in an emergency: our legitimate interest in running safe sessions.\nHelp when a life is in danger: vital interests.\nKeeping children safe: a recognised legitimate interest, and our legal duties.\nPhotos, messages, sharing names with partners, background questions and research: only with your consent. Health and background are kept with extra care.',
      ],
      [
        'Who sees it',
        'The team of the organisation your child comes to. Other organisations see a name only if you agreed. Funders see numbers, never names. We sell nothing, and no machine decides anything about your child.',
      ],
      [
        'How long',
        'Who came: three years. Your answers on consent: as long as they hold, and three years more. Health details: three months after the programme ends. An accident: until the child is 21. A worry about a child’s safety: until 25.',
      ],
      ['Where', 'On locked, encrypted phones of the team, and on our server in the United Kingdom.'],
      [
        'Your rights',
        'You and your child may see what we keep, have it put right or erased, object to it, and take back any consent as easily as you gave it. Ask anybody in the team.',
      ],
      [
        'Questions and complaints',
        `Tell ${about.contact}. We say within 30 days that we have your complaint and then, without delay, what came of it. You can also complain to ${commissioner}.`,
      ],
    ],
  }),
  teen: (about) => ({
    title: `What ${about.programme} keeps about you`,
    parts: [
      ['Who we are', `The team in the park works for ${namesIn(about)}.`],
      [
        'What we write down',
        'If you just join in, we count you without a name. Once we know you: what you like to be called, your age and the days you came. If you register: your full name, birthday, who to ring, and what helps you stay well.',
      ],
      [
        'What we do not do',
        'We do not track where you are. We do not take your picture with this app. We do not sell anything about you. No computer decides about you.',
      ],
      [
        'Who can see it',
        'The team you come to. Nobody else gets your name unless you or a parent agreed. What you answer without a name stays without a name.',
      ],
      [
        'If we are worried about you',
        `If somebody is not safe, we tell ${about.lead}, who knows how to help. We try to tell you first.`,
      ],
      ['How long', 'Mostly three years after you last came. Accidents and worries about safety are kept longer.'],
      [
        'What you can do',
        'You can ask what we keep, say that it is wrong, ask us to delete it, and say no later even if you said yes. From 16 your own answer counts for everything, and before that often too.',
      ],
      [
        'Not happy?',
        `Tell anybody in the team, or ${about.contact}. We answer within 30 days. You can also tell ${commissioner}.`,
      ],
    ],
  }),
  child: (about) => ({
    title: 'What we write down about you',
    parts: [
      ['Who we are', `We are the team in the park: ${namesIn(about)}.`],
      ['What we write down', 'Your first name. How old you are. The days you came.'],
      ['Why', 'So that we know you, and can ring your grown-up if you get hurt.'],
      ['Who sees it', 'Our team. We do not show it to other children.'],
      ['Are you not safe?', `Tell one of us. We tell ${about.lead}. It is never your fault.`],
      ['You can say no', 'You can say no to photos and to questions. You can still play.'],
      [
        'Is something not right?',
        `Tell your grown-up or one of us. Your grown-up can tell ${about.contact}, or ${commissioner}.`,
      ],
    ],
  }),
  easy: (about) => ({
    title: 'What we keep about you. Easy Read',
    parts: [
      ['Who we are', `We work in the park. Our groups are:\n${about.controllers.map(({ name }) => name).join('\n')}`],
      ['What we keep', 'A name. An age. The days you came. Who to ring. What helps you stay well.'],
      ['Why we keep it', 'To keep you safe. To know who came.'],
      ['Who sees it', 'Our team. Other groups see your name only if you said yes.'],
      ['Where it is', 'On our locked phones. On our computer in the United Kingdom.'],
      ['How long', 'Three years. Some things we must keep longer.'],
      ['You can', 'Ask to see it. Tell us it is wrong. Ask us to delete it. Say no on another day.'],
      ['Are you not happy?', `Tell: ${about.contact}. Or ring ${commissioner}.`],
    ],
  }),
};
