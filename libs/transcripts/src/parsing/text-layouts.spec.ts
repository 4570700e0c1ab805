import { parsePastedText } from './parse-transcript';

const TURNS = [
  ['Maria Lindqvist', '02', 'Good to see you again. What would you like?'],
  ['Ben Okafor', '08', 'I keep saying yes to things.'],
  ['Maria Lindqvist', '14', 'Mm-hmm.'],
  ['Ben Okafor', '16', "So here's the thing: nobody asked me twice."],
  ['Maria Lindqvist', '20', 'What stopped you?'],
  ['Ben Okafor', '25', "I was worried they would think I can't cope."],
] as const;

type Write = (name: string, second: string, text: string) => string;

/** Ways of writing turns that are met in files of meeting tools and in what people type. */
const WAYS: Record<string, [write: Write, between: string]> = {
  'name: text': [(n, _s, t) => `${n}: ${t}`, '\n'],
  'name : text': [(n, _s, t) => `${n} : ${t}`, '\n'],
  'indented name:<tab>text': [(n, _s, t) => `    ${n}:\t${t}`, '\n'],
  'name, then text below': [(n, _s, t) => `${n}:\n${t}`, '\n\n'],
  'wrapped lines': [(n, _s, t) => `${n}: ${t.replace(/ (\w+) /, ' $1\n')}`, '\n\n'],
  '- name: text': [(n, _s, t) => `- ${n}: ${t}`, '\n'],
  '**name**: text': [(n, _s, t) => `**${n}**: ${t}`, '\n\n'],
  '[name]: text': [(n, _s, t) => `[${n}]: ${t}`, '\n'],
  '00:02 name: text': [(n, s, t) => `00:${s} ${n}: ${t}`, '\n'],
  '[00:00:02] name: text': [(n, s, t) => `[00:00:${s}] ${n}: ${t}`, '\n'],
  '0:02 - name, text below': [(n, s, t) => `0:${s} - ${n}\n  ${t}`, '\n\n'],
  '00:00:02 - name, text below': [(n, s, t) => `00:00:${s} - ${n}\n${t}`, '\n'],
  'name - 00:02, text below': [(n, s, t) => `${n} - 00:${s}\n${t}`, '\n\n'],
  'name 0:02, text below': [(n, s, t) => `${n} 0:${s}\n${t}`, '\n\n'],
  'name (00:02): text below': [(n, s, t) => `${n} (00:${s}):\n${t}`, '\n\n'],
  'name (00:02): text': [(n, s, t) => `${n} (00:${s}): ${t}`, '\n'],
  'name [00:02] text': [(n, s, t) => `${n} [00:${s}] ${t}`, '\n'],
  'name<tab>time<tab>text': [(n, s, t) => `${n}\t00:${s}\t${t}`, '\n'],
  'name, spoken time, time, text': [(n, s, t) => `${n}\n0 minutes ${Number(s)} seconds\n0:${s}\n${t}`, '\n'],
  'name and spoken time, text': [(n, s, t) => `${n} 0 minutes ${Number(s)} seconds0:${s}\n${t}`, '\n'],
};
const UNTIMED = /^(?:name|indented|wrapped|- name|\*\*name|\[name)(?!.*\d).*$/;

describe('text', () => {
  it.each(Object.entries(WAYS))('reads "%s"', (way, [write, between]) => {
    const { segments } = parsePastedText(TURNS.map(([n, s, t]) => write(n, s, t)).join(between));
    expect(segments.map((s) => [s.label, s.text])).toEqual(TURNS.map(([n, , t]) => [n, t]));
    const hasTime = !UNTIMED.test(way) || way.includes('time');
    expect(segments.map((s) => s.start)).toEqual(TURNS.map(([, s]) => (hasTime ? Number(s) : null)));
  });

  it('counts times of day from the first turn', () => {
    const { segments } = parsePastedText('Ana Lopez  10:58 AM\nHello.\n\nBo Li  1:03 PM\nHi.\n');
    expect(segments.map((s) => s.start)).toEqual([0, 7500]);
  });

  it('reads a heading that names coach and client as a heading', () => {
    const text =
      'Date: 12 March 2026\nCoach: Maria Lindqvist\nClient: Ben Okafor\n\n' +
      'Maria: How are you?\nBen: Fine.\n'.repeat(2);
    const { segments, skipped, guessedDate } = parsePastedText(text);
    expect(segments.map((s) => s.label)).toEqual(['Maria', 'Ben', 'Maria', 'Ben']);
    expect(skipped).toEqual([expect.objectContaining({ code: 'header.text', count: 3, firstAt: 1 })]);
    expect(guessedDate).toBe('2026-03-12');
  });

  it('keeps lists and remarks inside a turn', () => {
    const { segments } = parsePastedText(
      'Coach: What are your goals?\nClient: Two.\nGoal: sleep more\nNote: that is all.\nCoach: Thank you.\nClient: Bye.',
    );
    expect(segments[1]?.text).toBe('Two. Goal: sleep more Note: that is all.');
    expect(segments).toHaveLength(4);
  });

  it('parts turns that a Meet document glued together', () => {
    const { segments } = parsePastedText(
      '00:00:00\n\nAna Lopez: Hello.Bo Li: Hi: all good?\nBo Li: Yes.\n\nTranscription ended after 00:10:00',
    );
    expect(segments.map((s) => [s.label, s.text])).toEqual([
      ['Ana Lopez', 'Hello.'],
      ['Bo Li', 'Hi: all good?'],
      ['Bo Li', 'Yes.'],
    ]);
  });

  it('reads Otter turns whose name is missing', () => {
    const { segments } = parsePastedText(
      '0:01  \nHello there.\n\nBo Li  0:05  \nHi.\n\nTranscribed by https://otter.ai',
    );
    expect(segments.map((s) => [s.label, s.start])).toEqual([
      [null, 1],
      ['Bo Li', 5],
    ]);
  });

  it('believes one-letter labels only where they recur', () => {
    expect(
      parsePastedText('I: How so?\nP: It hurt.\nI: Where?\nP: Here.').segments.map((s) => s.label),
    ).toEqual(['I', 'P', 'I', 'P']);
    const once = parsePastedText('There were two ways.\n\nA: we leave.\n\nIn the end we stayed.');
    expect(once.segments.map((s) => s.label)).toEqual([null, null, null]);
  });

  it('takes prose for nobody’s words', () => {
    const { segments } = parsePastedText(
      'I thought about it: for long. At 10:30 we left - all of us.\n\nHe said: no. Nothing came of it.',
    );
    expect(segments.map((s) => s.label)).toEqual([null, null]);
  });

  it('reads text that JSON holds as one string', () => {
    const { segments, sourceFormat } = parsePastedText(
      JSON.stringify({ transcript: 'Coach: How are you?\nClient: Fine.' }),
    );
    expect(sourceFormat).toBe('plain_text');
    expect(segments.map((s) => s.label)).toEqual(['Coach', 'Client']);
  });

  it('reads text that only begins like JSON', () => {
    expect(
      parsePastedText('[00:12] Ana: Hello.\n[00:14] Bo: Hi.').segments.map((s) => [s.label, s.start]),
    ).toEqual([
      ['Ana', 12],
      ['Bo', 14],
    ]);
  });
});
