import { statSync } from 'node:fs';
import { codeSession } from './coder';
import { COACH_CODES, CLIENT_CODES, type CodedUtterance } from './domain/types';
import { EMOTION_LABELS } from './domain/emotion-labels';
import { weightsPath } from './model/weights-file';
import { MOST_WEIGHT_BYTES } from './training/train';
import { stripPunctuation } from './training/annomi';
import { dialogue } from './testing/dialogue';

const SESSION = dialogue(
  ['coach', 'Hi Priya, good to see you again. What would you like to look at today?'],
  ['client', 'Well, the move, I suppose. I feel so anxious about telling my team that I am leaving.'],
  ['coach', 'You care about these people, and part of you is afraid of letting them down.'],
  ['client', 'Yes, exactly. I want to be honest with them but I keep putting it off.'],
  ['coach', 'What makes it hard to bring up?'],
  ['client', "Honestly, I just can't seem to find the right moment."],
  ['coach', 'Would it be okay if I shared something that has helped other people?'],
  ['client', 'Sure.'],
  ['coach', 'You should just send everyone an email tonight.'],
  ['client', "Hmm. I don't think that is me."],
  ['coach', 'Fair enough. How confident are you, from zero to ten, that you could talk to one person?'],
  ['client', "Maybe a seven. I'm going to talk to Dana on Thursday morning."],
  ['coach', 'It took real courage to say that out loud. I really appreciate your honesty.'],
  ['client', 'Thanks.'],
);

const codesOf = (utterance: CodedUtterance | undefined): string[] =>
  (utterance?.codes ?? []).map(({ code }) => code);

describe('codeSession', () => {
  const coded = codeSession(SESSION, { coachName: 'Sam', clientName: 'Priya' });

  it('codes what each utterance clearly does', () => {
    const codes = coded.utterances.map(codesOf);
    expect(codes[0]).toContain('question_open');
    expect(codes[1]).toContain('emotion');
    expect(codes[2]?.some((code) => code.startsWith('reflection_'))).toBe(true);
    expect(codes[3]).toContain('ambivalence');
    expect(codes[4]).toContain('question_open');
    expect(codes[5]).toContain('struggle');
    expect(codes[6]).toEqual(expect.arrayContaining(['question_closed', 'permission']));
    expect(codes[7]).toEqual([]);
    expect(codes[8]).toContain('advice');
    expect(codes[8]?.some((code) => code.startsWith('reflection_'))).toBe(false);
    expect(codes[11]).toContain('commitment');
    expect(codes[12]).toContain('affirmation');
  });

  it('keeps the utterances as given and names the session', () => {
    expect(
      coded.utterances.map(({ sequenceNumber, speakerType, text }) => [sequenceNumber, speakerType, text]),
    ).toEqual(SESSION.map(({ sequenceNumber, speakerType, text }) => [sequenceNumber, speakerType, text]));
    expect([coded.coachName, coded.clientName]).toEqual(['Sam', 'Priya']);
    expect(codeSession(SESSION).coachName).toBeNull();
  });

  it('gives probabilities that add up to 1 to the right speakers', () => {
    for (const { speakerType, behaviour, talk, emotion } of coded.utterances) {
      expect(behaviour === null).toBe(speakerType !== 'coach');
      expect(talk === null).toBe(speakerType !== 'client');
      const sum = Object.values(behaviour ?? talk ?? {}).reduce((total: number, p: number) => total + p, 0);
      expect(sum).toBeCloseTo(1, 6);
      expect(EMOTION_LABELS).toContain(emotion.label);
      expect(Math.abs(emotion.valence)).toBeLessThanOrEqual(1);
      expect(emotion.intensity).toBeGreaterThanOrEqual(0);
      expect(emotion.intensity).toBeLessThanOrEqual(1);
    }
  });

  it('keeps coach codes to coaches, client codes to clients, each at most once and with a certainty', () => {
    for (const { speakerType, codes } of coded.utterances) {
      const allowed: readonly string[] = speakerType === 'coach' ? COACH_CODES : CLIENT_CODES;
      for (const { code, certainty } of codes) {
        expect(allowed).toContain(code);
        expect(certainty).toBeGreaterThan(0);
        expect(certainty).toBeLessThanOrEqual(1);
      }
      expect(new Set(codes.map(({ code }) => code)).size).toBe(codes.length);
    }
  });

  it('is deterministic, and does not change what it is given', () => {
    const given = structuredClone(SESSION);
    expect(codeSession(given)).toEqual(codeSession(SESSION));
    expect(given).toEqual(SESSION);
  });

  it('finds the questions of a transcript without punctuation and case', () => {
    const plain = SESSION.map((utterance) => ({ ...utterance, text: stripPunctuation(utterance.text) }));
    const { utterances } = codeSession(plain);
    expect(codesOf(utterances[0])).toContain('question_open');
    expect(codesOf(utterances[4])).toContain('question_open');
    expect(utterances[4]?.behaviour?.question).toBeGreaterThan(0.5);
  });

  it('tells pleasant from unpleasant words', () => {
    const [glad, sad] = codeSession(
      dialogue(
        ['client', 'I am so happy and grateful, thank you!'],
        ['client', 'I hate this, it is awful and I am so sad.'],
      ),
    ).utterances;
    expect(glad?.emotion.valence).toBeGreaterThan(0.3);
    expect(sad?.emotion.valence).toBeLessThan(-0.3);
    expect(codesOf(sad)).toContain('emotion');
  });
});

describe('codeSession with odd input', () => {
  it('codes an empty session', () => {
    expect(codeSession([]).utterances).toEqual([]);
  });

  it.each([
    ['nothing', ''],
    ['white space', ' \n\t '],
    ['marks only', '... ?! --'],
    ['a remark of the transcriber', '[inaudible 00:01:02]'],
  ])('gives no codes to %s', (_, text) => {
    const [coach, client] = codeSession(dialogue(['coach', text], ['client', text])).utterances;
    expect(coach?.codes).toEqual([]);
    expect(client?.codes).toEqual([]);
    expect(client?.emotion).toEqual({ label: 'neutral', certainty: 1, valence: 0, intensity: 0 });
  });

  it.each([
    ['one word', 'Yeah'],
    ['emoji', '😀👩‍👩‍👧 😭😭'],
    ['another language', 'Was möchten Sie heute erreichen? 今日は何を話しましょうか。 Что вы чувствуете?'],
    ['a word without end', 'a'.repeat(20_000)],
    ['ten thousand words', 'and then I said that we could perhaps try it again '.repeat(1000)],
    ['broken surrogates', '\uD83D hello \uDE00'],
    ['control characters', 'how\u0000 are\u200B you\u202E'],
  ])('codes %s with finite numbers', (_, text) => {
    for (const { behaviour, talk, emotion, codes } of codeSession(dialogue(['coach', text], ['client', text]))
      .utterances) {
      const numbers = [
        ...Object.values(behaviour ?? {}),
        ...Object.values(talk ?? {}),
        emotion.certainty,
        emotion.valence,
        emotion.intensity,
        ...codes.map(({ certainty }) => certainty),
      ] as number[];
      expect(numbers.every(Number.isFinite)).toBe(true);
    }
  });

  it('leaves speakers who are neither coach nor client without codes', () => {
    const { utterances } = codeSession(
      dialogue(['other', 'This call is being recorded.'], ['coach', 'How are you?']),
    );
    expect(utterances[0]).toMatchObject({ codes: [], behaviour: null, talk: null });
  });

  it('survives a session of one speaker', () => {
    const { utterances } = codeSession(dialogue(['client', 'I want to change.'], ['client', 'I really do.']));
    expect(utterances.every(({ talk }) => talk !== null)).toBe(true);
  });
});

describe('the weights file', () => {
  it('is at most 3 MB', () => {
    expect(statSync(weightsPath()).size).toBeLessThanOrEqual(MOST_WEIGHT_BYTES);
  });
});
