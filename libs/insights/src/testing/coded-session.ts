import type { CodedSession, CodedUtterance, SpeakerType, UtteranceCodeName } from '@app/utterance-coding';

/** `C` a coach's line, `K` the client's, with the codes it shall carry; an emotion may follow. */
export type Said = [
  speaker: 'coach' | 'client' | 'other',
  text: string,
  codes?: readonly UtteranceCodeName[],
  emotion?: { label: string; valence: number },
];

const CERTAINTY = 0.85;

function codedUtterance([speaker, text, codes = [], emotion]: Said, index: number): CodedUtterance {
  const has = (name: string): boolean => codes.some((code) => code.startsWith(name));
  const speakerType: SpeakerType = speaker;
  return {
    sequenceNumber: index + 1,
    speakerType,
    text,
    start: index * 8,
    end: index * 8 + 7,
    codes: codes.map((code) => ({ code, certainty: CERTAINTY })),
    emotion: emotion
      ? { label: emotion.label, certainty: 0.7, valence: emotion.valence, intensity: 0.8 }
      : { label: 'neutral', certainty: 0.9, valence: 0, intensity: 0.1 },
    behaviour: speaker === 'coach' ? behaviourOf(has) : null,
    talk:
      speaker === 'client'
        ? has('change_talk') || has('commitment')
          ? { change: 0.8, neutral: 0.15, sustain: 0.05 }
          : has('sustain_talk')
            ? { change: 0.05, neutral: 0.15, sustain: 0.8 }
            : { change: 0.1, neutral: 0.85, sustain: 0.05 }
        : null,
  };
}

function behaviourOf(has: (name: string) => boolean): NonNullable<CodedUtterance['behaviour']> {
  const rest = { question: 0.05, reflection: 0.05, input: 0.05, other: 0.05 };
  if (has('question')) return { ...rest, question: CERTAINTY };
  if (has('reflection')) return { ...rest, reflection: CERTAINTY };
  if (has('advice') || has('information')) return { ...rest, input: CERTAINTY };
  return { ...rest, other: CERTAINTY };
}

/** A coded session from lines with hand-given codes. */
export function codedSession(
  lines: readonly Said[],
  names: { coachName?: string | null; clientName?: string | null } = {},
): CodedSession {
  return {
    utterances: lines.map(codedUtterance),
    coachName: names.coachName ?? null,
    clientName: names.clientName ?? null,
    coderVersion: 'test',
  };
}

/** A good session: goal, struggle, realisation, plan. Written for the specs. */
export const GOOD_SESSION: readonly Said[] = [
  ['coach', 'Good to see you, Nadia. What would you like to focus on today?', ['question_open']],
  [
    'client',
    "I'd like to stop taking work home every evening. I'm exhausted and my daughter has noticed.",
    ['change_talk', 'emotion'],
    { label: 'sadness', valence: -0.7 },
  ],
  ['coach', 'It is wearing you out, and it matters to you that she sees it.', ['reflection_complex']],
  [
    'client',
    "Yes. I'm worried about what she is learning from me, and being present for her is really important to me.",
    ['emotion', 'change_talk'],
    { label: 'nervousness', valence: -0.6 },
  ],
  ['coach', 'What happens just before you open the laptop in the evening?', ['question_open']],
  [
    'client',
    "I tell myself it is one email. I can't seem to stop once I start, and I feel guilty the whole time.",
    ['struggle', 'emotion'],
    { label: 'remorse', valence: -0.6 },
  ],
  ['coach', 'One email, and then guilt for the rest of the night.', ['reflection_simple']],
  [
    'client',
    "I keep working because I'm not good enough at the job, so I make up for it at night.",
    ['struggle'],
    { label: 'disappointment', valence: -0.6 },
  ],
  ['coach', 'Where does the thought of not being good enough come from?', ['question_open']],
  [
    'client',
    'I never thought about it like that before. I realise that I am still trying to prove something to my first manager, and he left four years ago.',
    ['insight', 'change_talk'],
    { label: 'realization', valence: 0.1 },
  ],
  ['coach', 'You are working in the evenings for somebody who is not even there.', ['reflection_complex']],
  [
    'client',
    'Exactly. It sounds a bit mad when you say it like that, but it is a relief to see it.',
    ['emotion'],
    { label: 'relief', valence: 0.7 },
  ],
  ['coach', 'And you told me you did leave on time once last week. How did that go?', ['question_open']],
  [
    'client',
    'It went really well. I finally told my team that I was leaving at five, and I felt so proud.',
    ['emotion'],
    { label: 'pride', valence: 0.8 },
  ],
  ['coach', 'That took courage, and you did it.', ['affirmation']],
  [
    'client',
    'I did. I felt calm on the way home, and that never happens.',
    ['emotion'],
    { label: 'joy', valence: 0.8 },
  ],
  ['coach', 'What is one step you would like to take before we meet again?', ['question_open']],
  [
    'client',
    "I'll leave the laptop at the office on Tuesdays and Thursdays, and I'll definitely tell my team about it tomorrow.",
    ['commitment', 'change_talk'],
  ],
  ['coach', 'How will you know that it is working?', ['question_open']],
  [
    'client',
    "I'll text you on Friday with how it went. I feel hopeful about it.",
    ['commitment', 'emotion'],
    { label: 'optimism', valence: 0.7 },
  ],
  ['coach', 'I look forward to that, Nadia.', []],
  [
    'client',
    'Thank you. I feel much lighter than an hour ago.',
    ['emotion'],
    { label: 'relief', valence: 0.8 },
  ],
];

/** A session in which the coach tells and the client agrees. Written for the specs. */
export const POOR_SESSION: readonly Said[] = [
  ['coach', 'So you said you are late with the reports again. Did you finish them?', ['question_closed']],
  [
    'client',
    'Not really. I find the reports hard, and my manager frightens me a bit.',
    ['struggle', 'emotion'],
    { label: 'fear', valence: -0.6 },
  ],
  [
    'coach',
    'You should just get up an hour earlier. That is what everybody does who gets things done.',
    ['advice'],
  ],
  ['client', 'Okay.', []],
  [
    'coach',
    'You need to make a list in the morning and work from the top to the bottom. It is not complicated.',
    ['advice'],
  ],
  ['client', 'I suppose. I have tried lists before, and I lose them.', ['sustain_talk']],
  [
    'coach',
    'Then you have to buy a proper planner and write everything in it. There is a very good one that I use myself.',
    ['advice', 'information'],
  ],
  ['client', 'Right.', []],
  ['coach', 'Did you speak to your manager about the deadline?', ['question_closed']],
  ['client', 'No, I was too nervous to ask.', ['emotion'], { label: 'nervousness', valence: -0.6 }],
  [
    'coach',
    'There is nothing to be nervous about. You must simply tell him. People respect that sort of thing.',
    ['advice'],
  ],
  ['client', 'Maybe. I am not sure he would.', ['sustain_talk']],
  ['coach', 'Trust me, he will. You should go to him on Monday and ask for two more weeks.', ['advice']],
  ['client', 'Okay.', []],
  ['coach', 'And I want you to send me the list every evening this week.', ['advice']],
  ['client', 'Okay, sure.', []],
  ['coach', 'Good. So that is settled. Did you have anything else?', ['question_closed']],
  ['client', 'No, I think that is all.', []],
];

/** Talk about nothing in particular. Written for the specs. */
export const SMALL_TALK: readonly Said[] = [
  ['coach', 'Hello. Is the picture all right on your side?', ['question_closed']],
  ['client', 'Yes, it is fine now.', []],
  ['coach', 'Lovely weather today, after all the rain.', []],
  ['client', 'It is, the garden needed it.', []],
  ['coach', 'Ours too. The roses are out.', []],
  ['client', 'Ours came out on Sunday.', []],
  ['coach', 'Well, shall we move the appointment to the usual hour?', ['question_closed']],
  ['client', 'The usual hour is fine.', []],
];
