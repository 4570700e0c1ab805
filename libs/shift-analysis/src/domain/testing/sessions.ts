import type {
  CodedSession,
  CodedUtterance,
  SpeakerType,
  UtteranceCode,
  UtteranceCodeName,
} from '@app/utterance-coding';

/** A line of an invented session: who, what, and the codes a coder would give (certainty .8). */
export type ScriptLine = readonly [speaker: SpeakerType, text: string, ...codes: UtteranceCodeName[]];

const NEUTRAL = { label: 'neutral', certainty: 0.7, valence: 0, intensity: 0.2 };

function behaviourOf(codes: readonly UtteranceCode[]): CodedUtterance['behaviour'] {
  const has = (prefix: string) => codes.some((entry) => entry.code.startsWith(prefix));
  const main = has('question')
    ? 'question'
    : has('reflection')
      ? 'reflection'
      : has('advice') || has('information')
        ? 'input'
        : 'other';
  return { question: 0.05, reflection: 0.05, input: 0.05, other: 0.05, [main]: 0.85 };
}

/** A coded session from a script; sequence numbers count from 1, ten seconds an utterance. */
export function sessionOf(lines: readonly ScriptLine[], clientName: string | null = null): CodedSession {
  return {
    coachName: null,
    clientName,
    coderVersion: 'script',
    utterances: lines.map(([speakerType, text, ...names], i): CodedUtterance => {
      const codes = names.map((code) => ({ code, certainty: 0.8 }));
      return {
        sequenceNumber: i + 1,
        speakerType,
        text,
        start: i * 10,
        end: i * 10 + 8,
        codes,
        emotion: names.includes('emotion')
          ? { label: 'sadness', certainty: 0.6, valence: -0.6, intensity: 0.8 }
          : NEUTRAL,
        behaviour: speakerType === 'coach' ? behaviourOf(codes) : null,
        talk: speakerType === 'client' ? { change: 0.2, neutral: 0.6, sustain: 0.2 } : null,
      };
    }),
  };
}

/** A session in which the coach does most things well. */
export const GOOD_SCRIPT: readonly ScriptLine[] = [
  ['coach', 'Good to see you. Where would you like to start today?', 'question_open'],
  [
    'client',
    "I've been offered the deputy role and I can't answer the email. I'm scared I'll let the whole team down.",
    'emotion',
    'struggle',
  ],
  ['coach', 'It sounds as though you are really frightened of letting them down.', 'reflection_complex'],
  ['client', 'Yes. I lie awake and go through every meeting I ever got wrong.', 'struggle'],
  ['coach', 'What is that like for you, lying there at night?', 'question_open'],
  ['client', "It's lonely. I don't tell anybody, I just look at the ceiling until it gets light.", 'emotion'],
  ['coach', 'Lonely, and nobody knows.', 'reflection_complex'],
  [
    'client',
    'Nobody. And the odd thing is that I want the job, but I keep hoping somebody will withdraw the offer.',
    'ambivalence',
  ],
  [
    'coach',
    'So on the one hand you want the job, and on the other hand part of you hopes it goes away.',
    'reflection_complex',
  ],
  ['client', 'Both. If it went away I would be relieved for a day and sorry for a year.', 'insight'],
  ['coach', 'What makes it a year of being sorry?', 'question_open'],
  [
    'client',
    'I like building people up. When Amir got his first client I was prouder than of anything I have done myself.',
    'change_talk',
  ],
  [
    'coach',
    'Helping other people grow is really important to you, more than being the one who gets everything right.',
    'reflection_complex',
  ],
  ['client', 'I had never put it like that. I think I have been measuring the wrong thing.', 'insight'],
  [
    'coach',
    'Let me see if I have got this: you lie awake counting mistakes, you hide it, you wait for the offer to vanish, and underneath you want to grow people.',
    'reflection_complex',
  ],
  ['client', 'That is the whole of it.', 'change_talk'],
  [
    'coach',
    'It is entirely up to you what you do with the email. What would you like to do?',
    'question_open',
  ],
  ['client', "I'll write to Petra tonight and ask for half an hour before I decide.", 'commitment'],
  ['coach', "So you'll write to Petra tonight and ask for half an hour.", 'reflection_simple'],
  ['client', 'Yes. Tonight, before supper.', 'commitment'],
  ['coach', 'On a scale from zero to ten, how sure are you that the message goes out?', 'question_closed'],
  ['client', 'An eight. Nine if I do it from the train.', 'commitment'],
  ['coach', 'Thank you for telling me about the ceiling. See you in two weeks.'],
];

/** A session in which the coach tells, soothes and sets tasks. */
export const POOR_SCRIPT: readonly ScriptLine[] = [
  ['coach', 'Hi there. How many people are in the team now?', 'question_closed'],
  ['client', "Seven. I cried in the car park on Monday, I don't know what happened to me.", 'emotion'],
  ['coach', 'Okay. And what time was the meeting that day?', 'question_closed'],
  ['client', "At ten. I feel really ashamed, I couldn't look at anyone afterwards.", 'emotion'],
  ['coach', "Don't worry about it, everybody has days like that.", 'information'],
  ['client', "I suppose. I just don't know if I can do this job.", 'struggle'],
  ['coach', "You'll be absolutely fine, trust me.", 'affirmation'],
  ['client', 'Okay.'],
  ['coach', 'You should write down three goals and put them on the wall.', 'advice'],
  ['client', 'I want to talk to my manager, but I keep putting it off.', 'ambivalence'],
  ['coach', 'You need to send her an invitation today, there is no way around it.', 'advice'],
  ['client', 'Right.'],
  ['coach', 'I want you to read the first two chapters of the book before next time.', 'advice'],
  ['client', 'Sure.'],
  ['coach', 'Great. Thanks for coming, see you next week.'],
];

/** The same lines with roles exchanged: a coder would read them anew, so only what both may carry stays coded. */
export function swapped(lines: readonly ScriptLine[]): ScriptLine[] {
  return lines.map(([speaker, text]) => [
    speaker === 'coach' ? 'client' : speaker === 'client' ? 'coach' : speaker,
    text,
  ]);
}

/** A random order of the lines, the same for the same seed. */
export function shuffled<T>(lines: readonly T[], seed: number): T[] {
  let state = seed * 2654435761;
  const out = [...lines];
  for (let i = out.length - 1; i > 0; i--) {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    const j = state % (i + 1);
    [out[i], out[j]] = [out[j] as T, out[i] as T];
  }
  return out;
}
