import { parsePastedText } from './parse-transcript';

const codes = (text: string) =>
  parsePastedText(text).skipped.map((part) => `${part.code}:${part.count}@${part.firstAt}`);
const said = (text: string) => parsePastedText(text).segments.map((s) => [s.label, s.text, s.start, s.end]);

describe('captions', () => {
  it('reads captions without blank lines, numbers or hours between them', () => {
    const text = 'WEBVTT\n00:01.000 --> 00:02.000\nAnna: Welcome.\n00:02,5 --> 00:03\nBo: Thanks.\n';
    expect(said(text)).toEqual([
      ['Anna', 'Welcome.', 1, 2],
      ['Bo', 'Thanks.', 2.5, 3],
    ]);
  });

  it('keeps a number that somebody said', () => {
    const text =
      '1\n00:00:01,000 --> 00:00:02,000\nHow many were there?\n\n2\n00:00:02,000 --> 00:00:03,000\n12\n\n3\n00:00:03,000 --> 00:00:04,000\nThat is a lot.\n';
    expect(parsePastedText(text).segments.map((s) => s.text)).toEqual([
      'How many were there?',
      '12',
      'That is a lot.',
    ]);
  });

  it('keeps a caption’s words after a blank line inside it', () => {
    const text =
      '1\n00:00:01,000 --> 00:00:02,000\n\nFirst half\n\nsecond half.\n\n2\n00:00:03,000 --> 00:00:04,000\nNext.\n';
    expect(parsePastedText(text).segments.map((s) => s.text)).toEqual(['First half second half.', 'Next.']);
  });

  it('goes on with the last speaker where a caption names nobody', () => {
    const text =
      'WEBVTT\n\n1\n00:00:01.000 --> 00:00:02.000\nAnna: Welcome.\n\n2\n00:00:02.000 --> 00:00:03.000\nTake a seat.\n\n3\n00:00:03.000 --> 00:00:04.000\nBo: Thanks.\n';
    expect(parsePastedText(text).segments.map((s) => s.label)).toEqual(['Anna', 'Anna', 'Bo']);
  });

  it('leaves comments, styles and regions out and counts them', () => {
    const text =
      'WEBVTT - demo\n\nNOTE made\nby hand\n\nSTYLE\n::cue { color: red }\n\nREGION\nid:one\n\n00:01.000 --> 00:02.000\nHello there.\n';
    expect(said(text)).toEqual([[null, 'Hello there.', 1, 2]]);
    expect(codes(text)).toEqual(['note.comment:3@3']);
  });

  it('keeps the words of a caption whose time cannot be read', () => {
    const text =
      'WEBVTT\n\n00:00:01.000 --> 00:00:0x.000\nStill said.\n\n00:0y:02.000 --> 00:00:03.000\nThis too.\n';
    expect(said(text)).toEqual([
      [null, 'Still said.', 1, null],
      [null, 'This too.', null, 3],
    ]);
    expect(codes(text)).toEqual(['cue.invalid_timing:2@3']);
  });

  it('drops an end before the start and counts it', () => {
    const text = '1\n00:00:05,000 --> 00:00:04,000\nHello there.\n';
    expect(said(text)).toEqual([[null, 'Hello there.', 5, null]]);
    expect(codes(text)).toEqual(['cue.backwards_time:1@2']);
  });

  it('takes two dashed lines as two voices and never for a label', () => {
    const { segments } = parsePastedText('1\n00:00:01,000 --> 00:00:02,000\n- How are you?\n- Fine.\n');
    expect(segments.map((s) => [s.text, s.newTurn])).toEqual([
      ['How are you?', true],
      ['Fine.', true],
    ]);
  });

  it('reads >> with and without a name', () => {
    const text =
      '1\n00:00:01,000 --> 00:00:02,000\n>> ANNA: Hello.\n\n2\n00:00:02,000 --> 00:00:03,000\nHow was it?\n\n3\n00:00:03,000 --> 00:00:04,000\n>> Fine, thanks.\n';
    expect(parsePastedText(text).segments.map((s) => s.label)).toEqual(['ANNA', 'ANNA', null]);
  });

  it('skips sounds and counts them, but not an answer in brackets', () => {
    const text =
      '1\n00:00:01,000 --> 00:00:02,000\n[upbeat music]\n\n2\n00:00:02,000 --> 00:00:03,000\n♪ la la ♪\n\n3\n00:00:03,000 --> 00:00:04,000\n(Mm-hmm.)\n';
    expect(parsePastedText(text).segments.map((s) => s.text)).toEqual(['(Mm-hmm.)']);
    expect(codes(text)).toEqual(['speech.none:2@2']);
  });

  it('reads several voices in one caption, entities and a lone <', () => {
    const text =
      'WEBVTT\n\n00:01.000 --> 00:02.000\n<v Anna &amp; Co>1 < 2 &amp; 3</v> <v Bo><b>Yes</b>, <i>indeed</i>.\n';
    expect(parsePastedText(text).segments.map((s) => [s.label, s.text])).toEqual([
      ['Anna & Co', '1 < 2 & 3'],
      ['Bo', 'Yes, indeed.'],
    ]);
  });

  it.each([
    "So here's the thing: we are late.",
    'And then I thought: why not?',
    'Remember: one step at a time.',
    'See https://example.org: it helps.',
    'We start at 10:30 sharp.',
    'Question: what now?',
  ])('does not take the beginning of "%s" for a speaker', (line) => {
    const cues = ['Anna: Good.', line, 'Bo: Fine.', 'Anna: Right.'];
    const text = `WEBVTT\n\n${cues.map((cue, i) => `${i + 1}\n00:00:0${i}.000 --> 00:00:0${i}.900\n${cue}\n`).join('\n')}`;
    expect(parsePastedText(text).segments[1]).toMatchObject({ label: 'Anna', text: line });
  });

  it.each([
    'stokes',
    "Maria's iPhone",
    'iPhone von Maria',
    'Dr. van der Berg (she/her)',
    'Raúl | Acme',
    '王伟',
    'SPEAKER_00',
    'ana.lopez@example.org',
  ])('takes %s for a speaker', (label) => {
    const text = `WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n${label}: Hello.\n\n00:00:02.000 --> 00:00:03.000\nBo Li: Hi.\n\n00:00:03.000 --> 00:00:04.000\n${label}: How are you?\n`;
    expect(parsePastedText(text).segments.map((s) => s.label)).toEqual([label, 'Bo Li', label]);
  });
});
