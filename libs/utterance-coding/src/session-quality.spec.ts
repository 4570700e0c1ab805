import { codeSession } from './coder';
import { qualityIndex, sessionQuality } from './session-quality';
import { dialogue } from './testing/dialogue';

const CLIENT = [
  'I keep saying yes to every project and then I am up at midnight.',
  'I know. I just feel bad when I say no.',
  'I suppose so. My manager expects it.',
  'Maybe. I am not sure.',
] as const;

const session = (...coach: readonly string[]): ReturnType<typeof codeSession> =>
  codeSession(
    dialogue(
      ...coach.flatMap(
        (line, i) =>
          [
            ['coach', line],
            ['client', CLIENT[i] ?? 'Okay.'],
          ] as const,
      ),
    ),
  );

const EVOKING = session(
  'What brings you here today?',
  'It sounds like you are worn out, and that saying no feels like letting someone down.',
  'You care a lot about the people you work with, and it is costing you your sleep.',
  'What would you like your evenings to be instead?',
);

const DIRECTING = session(
  'Right. Research shows that people who work late make more mistakes, so the risk is high and your health will suffer.',
  'You should block your calendar after six. You need to tell your manager that you cannot take any more projects.',
  'I would suggest you read a book on boundaries. The studies say it takes about sixty days to form a habit.',
  'Just tell them no. And you need to stop checking your phone at night, because the light affects your sleep.',
);

describe('sessionQuality', () => {
  it('puts a session that evokes above one that directs', () => {
    expect(qualityIndex(EVOKING)).toBeGreaterThan(qualityIndex(DIRECTING));
    expect(sessionQuality(EVOKING)?.highQuality).toBeGreaterThan(0.8);
    expect(sessionQuality(DIRECTING)?.highQuality).toBeLessThan(0.5);
  });

  it('tells what it rests on', () => {
    const quality = sessionQuality(EVOKING);
    expect(quality?.coachUtterances).toBe(4);
    expect(Object.values(quality?.wordShares ?? {}).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 6);
    expect(quality?.coachTalkShare).toBeGreaterThan(0.3);
    expect(quality?.coachTalkShare).toBeLessThan(0.8);
  });

  it('says nothing where the coach says nothing', () => {
    expect(sessionQuality(codeSession(dialogue(['client', 'Hello?'])))).toBeNull();
    expect(sessionQuality(codeSession([]))).toBeNull();
  });
});
