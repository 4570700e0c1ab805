import { deltaOf, LEAST_SIMILARITY, similarity, topicOf } from './similarity';
import { termsOf } from './terms';

const goal = topicOf('Finish the evening course', 'The bookkeeping exam with Halina; less cramming.');
const about = (text: string, around = ''): number => similarity(goal, termsOf(text), termsOf(around));

describe('similarity', () => {
  it('knows words in their forms, and a name for more than a common word', () => {
    expect(about('I passed two of the bookkeeping exams')).toBeGreaterThanOrEqual(LEAST_SIMILARITY);
    expect(about('I met Halina')).toBeGreaterThanOrEqual(LEAST_SIMILARITY);
    expect(about('I met Halina')).toBeGreaterThan(about('I was cramming'));
  });

  it('leaves unlinked what shares nothing, or only what is said about everything', () => {
    expect(about('My brother is coming to stay next week')).toBe(0);
    expect(about('I really want to do the thing well this time')).toBe(0);
  });

  it('counts what was said around a moment by half, and alone only when it says so twice', () => {
    const own = about('The exam was fine');
    expect(about('The exam was fine', 'How is Halina?')).toBeGreaterThan(own);
    expect(about('It was fine', 'How was the exam?')).toBe(0);
    expect(about('It was fine', 'How was the bookkeeping exam with Halina?')).toBeGreaterThan(0);
  });
});

describe('deltaOf', () => {
  const at = (stance: 'outcome' | 'plan' | 'struggle', achieved: 'done' | 'not_done' | null, certainty = 1) =>
    deltaOf({ stance, achieved, valence: 0, certainty }, 1);

  it('moves most for what was done, back for what was not, and stays within a tenth', () => {
    expect(at('outcome', 'done')).toBe(0.1);
    expect(at('outcome', 'not_done')).toBeLessThan(0);
    expect(at('plan', null)).toBeGreaterThan(0);
    expect(at('struggle', null)).toBeLessThan(0);
    expect(Math.abs(at('outcome', 'done', 0.5))).toBeLessThan(0.1);
  });
});
