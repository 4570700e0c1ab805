import { codeSession } from './coder';
import { dialogue } from './testing/dialogue';
import { UtteranceCoder } from './utterance-coder';

const LINES = dialogue(
  ['coach', 'What would a good week look like for you?'],
  ['client', 'I would sleep more. I want to stop checking messages at night.'],
  ['coach', 'Your rest matters to you, and the phone keeps winning.'],
  ['client', 'Yeah, I will leave it in the kitchen tonight.'],
);
const NAMES = { coachName: 'Ines', clientName: null };

describe('UtteranceCoder', () => {
  it('codes every utterance it is given', async () => {
    const coder = new UtteranceCoder();
    try {
      const { utterances, coachName } = await coder.code(LINES, NAMES);
      expect(utterances.map(({ text }) => text)).toEqual(LINES.map(({ text }) => text));
      expect(coachName).toBe('Ines');
    } finally {
      await coder.close();
    }
  });

  it('gives the same from a worker thread as in-process', async () => {
    const coder = new UtteranceCoder();
    try {
      // From source the thread is the built one: npm test builds first.
      expect(coder.isThreaded).toBe(true);
      expect(await coder.code(LINES, NAMES)).toEqual(codeSession(LINES, NAMES));
    } finally {
      await coder.close();
    }
  });

  it('may be closed without having been used, and twice', async () => {
    const coder = new UtteranceCoder();
    await coder.close();
    await expect(coder.close()).resolves.toBeUndefined();
  });
});
