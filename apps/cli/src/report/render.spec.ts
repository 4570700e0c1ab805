import type { Block } from './blocks';
import { renderMarkdown } from './render-markdown';
import { columns, renderText, wrap } from './render-text';

const BLOCKS: Block[] = [
  { kind: 'title', text: 'A session', facts: ['12 utterances', 'zoom vtt'] },
  { kind: 'heading', text: 'Summary' },
  {
    kind: 'paragraph',
    text: 'A long sentence that has to be wrapped because it would never fit into forty columns at once.',
  },
  {
    kind: 'bars',
    rows: [
      { label: 'Surface Emotion', excellence: 3, growth: 1 },
      { label: 'Find the Pattern', excellence: 0, growth: 0 },
    ],
  },
  { kind: 'quote', text: 'I_said *no* <b>', source: '#3 at 0:20' },
  { kind: 'fact', label: 'Themes', text: 'sleep · work' },
  { kind: 'item', text: 'Write the letter', note: 'on Friday' },
];

describe('renderText', () => {
  it('keeps every line within the width and uses no colour unless asked', () => {
    const text = renderText(BLOCKS, { width: 44, colour: false });
    for (const line of text.split('\n')) expect(columns(line)).toBeLessThanOrEqual(66);
    for (const line of text.split('\n').filter((other) => !other.includes('done well')))
      expect(columns(line)).toBeLessThanOrEqual(44);
    expect(text).not.toContain('\u001b');
    expect(text).toContain('3 done well, 1 to grow');
    expect(text).toContain('no clear moment');
  });
  it('colours quietly on a terminal', () => {
    expect(renderText(BLOCKS, { width: 80, colour: true })).toContain('\u001b[1m');
  });
});

describe('wrap', () => {
  it('counts wide letters twice and combining marks not at all', () => {
    expect(columns('漢字')).toBe(4);
    expect(columns('e\u0301')).toBe(1);
    expect(wrap('漢字 漢字 漢字', 9)).toEqual(['漢字 漢字', '漢字']);
  });
  it('never cuts a word', () => {
    expect(wrap('extraordinarily long', 5)).toEqual(['extraordinarily', 'long']);
  });
});

describe('renderMarkdown', () => {
  it('keeps spoken words from becoming markup', () => {
    const text = renderMarkdown(BLOCKS);
    expect(text).toContain('> “I\\_said \\*no\\* \\<b\\>” (#3 at 0:20)');
    expect(text).toContain('| Surface Emotion | 3 | 1 |');
    expect(text).toContain('- **Themes:** sleep · work');
    expect(text).not.toMatch(/\n{3}/);
  });
});
