import { talk } from '../../testing/talk';
import { loopStatus, type StoredMoment, tellLoop } from './derive-loops';
import { findLoopMoments } from './find-moments';
import { loopIdOf } from './loop-id';

describe('findLoopMoments', () => {
  const session = talk(
    'C: What happened?',
    'K: Whenever my brother asks me for money I get this knot in my stomach, and I just say yes before I have thought.',
    'C: And then?',
    'K: And then I’m lying awake at three and I’m so resentful.',
  );

  it('finds response, trigger and consequence, each word for word in its own utterance', () => {
    const [moment, ...others] = findLoopMoments(session);
    expect(others).toEqual([]);
    expect(moment).toMatchObject({
      kind: 'instant_yes',
      shift: false,
      trigger: { utterance: 2 },
      response: { utterance: 2 },
      consequence: { utterance: 4 },
    });
    for (const place of [moment?.trigger, moment?.response, moment?.consequence]) {
      expect(session.utterances[(place?.utterance ?? 0) - 1]?.text).toContain(place?.quote);
    }
  });

  it('takes a different answer for one', () => {
    const found = findLoopMoments(
      talk(
        'C: And this week?',
        'K: He asked me again, every time he does it I get the knot, and I said, "Let me get back to you."',
      ),
    );
    expect(found.filter(({ kind }) => kind === 'instant_yes').map(({ shift }) => shift)).toEqual([true]);
  });

  it('finds nothing in a wish, in the coach’s words, or in words with nothing before or after', () => {
    expect(
      findLoopMoments(
        talk(
          'K: I want to stop, I’ll never say yes to everything again.',
          'C: Whenever people ask, I say yes.',
          'K: I said yes to the blue one.',
        ),
      ),
    ).toEqual([]);
  });
});

const s = (runs: number, shifts: number) => ({ runs, shifts });

describe('loopStatus', () => {
  it.each([
    ['emerging', [s(1, 0), s(2, 0)]],
    ['active', [s(1, 0), s(1, 0), s(1, 0)]],
    ['active', [s(1, 0), s(1, 0), s(1, 1)]],
    ['evolving', [s(1, 0), s(1, 0), s(0, 1)]],
    ['evolving', [s(1, 0), s(1, 0), s(2, 2)]],
    ['active', [s(1, 0), s(1, 0), s(0, 2), s(1, 0)]],
    ['resolved', [s(1, 0), s(1, 0), s(0, 1), s(0, 2)]],
    ['resolved', [s(1, 0), s(1, 0), s(0, 1), s(0, 0), s(0, 2)]],
  ])('%s', (status, sessions) => {
    expect(loopStatus(sessions)).toBe(status);
  });
});

describe('tellLoop', () => {
  const moment = (sessionId: string, certainty: number, places: Partial<StoredMoment>): StoredMoment => ({
    sessionId,
    shift: false,
    certainty,
    response: { utterance: 1, quote: `r-${sessionId}` },
    trigger: null,
    consequence: null,
    ...places,
  });

  it('takes what the fullest moment lacks from the next', () => {
    const told = tellLoop([
      moment('a', 0.6, { trigger: { utterance: 2, quote: 't-a' } }),
      moment('b', 0.8, { consequence: { utterance: 3, quote: 'c-b' } }),
    ]);
    expect([told?.trigger.quote, told?.response.quote, told?.consequence.quote]).toEqual([
      't-a',
      'r-b',
      'c-b',
    ]);
  });

  it('is nothing without a consequence, and shifts tell nothing of it', () => {
    expect(tellLoop([moment('a', 0.6, { trigger: { utterance: 2, quote: 't' } })])).toBeNull();
    expect(
      tellLoop([
        moment('a', 0.6, { trigger: { utterance: 2, quote: 't' } }),
        moment('b', 0.9, { shift: true, consequence: { utterance: 3, quote: 'c' } }),
      ]),
    ).toBeNull();
  });
});

describe('loopIdOf', () => {
  it('is a uuid, the same every time, and another for another client or kind', () => {
    const id = loopIdOf('4c1c6b1e-0000-4000-8000-000000000001', 'joking');
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(loopIdOf('4c1c6b1e-0000-4000-8000-000000000001', 'joking')).toBe(id);
    expect(loopIdOf('4c1c6b1e-0000-4000-8000-000000000001', 'snapping')).not.toBe(id);
    expect(loopIdOf('4c1c6b1e-0000-4000-8000-000000000002', 'joking')).not.toBe(id);
  });
});
