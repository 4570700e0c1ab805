import { assemble } from '../domain/assemble';
import { buildDocx, buildTableDocx, docxOfBody } from '../testing/build-docx';
import { buildPdf, pdfOfRuns } from '../testing/build-pdf';
import { parseTranscript } from './parse-transcript';

const NOBODY = { coachName: null, coachEmail: null, clientName: null, clientEmail: null };
const TURNS = [
  ['Maria Lindqvist', '0:02', '0:0:2.100 --> 0:0:7.40', 'Good to see you again. What would you like?'],
  ['Ben Okafor', '0:08', '00:00:08.000 --> 00:00:14.500', 'I keep saying yes & no to things.'],
  ['Maria Lindqvist', '0:14', '0:0:14.900 --> 0:0:15.40', 'Mm-hmm.'],
  ['Ben Okafor', '0:16', '0:0:16.0 --> 0:0:19.250', "So here's the thing: nobody asked me twice."],
  ['Maria Lindqvist', '0:20', '0:0:20.500 --> 0:0:23.0', 'What stopped you?'],
  ['Ben Okafor', '0:25', '0:0:25.200 --> 0:0:29.0', "I was worried they would think I can't cope."],
] as const;
const EXPECTED = TURNS.map(([name, , , text]) => [name, text]);

const read = async (bytes: Buffer, name: string) => {
  const result = assemble(await parseTranscript(bytes, name), NOBODY);
  return {
    ...result,
    turns: result.utterances.map((u) => [u.speakerLabel, u.textRaw]),
    starts: result.utterances.map((u) => u.start),
    counts: result.skipped.map((part) => `${part.code}:${part.count}`),
  };
};

describe('Word documents', () => {
  it('reads a Teams document: name and time, a line break, the words', async () => {
    const result = await read(
      buildDocx([
        'Ben and Maria-20260312_100312-Meeting Transcript',
        '12 March 2026, 10:03am',
        '29s',
        'Maria Lindqvist started transcription',
        ...TURNS.map(([name, time, , text]) => `${name}   ${time}\n${text}`),
        'Maria Lindqvist stopped transcription',
      ]),
      'Ben and Maria-20260312_100312-Meeting Transcript.docx',
    );
    expect(result.sourceFormat).toBe('teams_docx');
    expect(result.turns).toEqual(EXPECTED);
    expect(result.starts).toEqual([2, 8, 14, 16, 20, 25]);
    expect(result.counts).toEqual(['page.boilerplate:2', 'header.text:3']);
    expect([result.guessedTitle, result.guessedDate]).toEqual(['Ben and Maria', '2026-03-12']);
  });

  it.each([
    ['one paragraph per turn', TURNS.map(([name, , time, text]) => `${time}\n${name}\n${text}`)],
    ['one paragraph per line', TURNS.flatMap(([name, , time, text]) => [time, name, text])],
  ])('reads an older Teams document, %s', async (_way, paragraphs) => {
    const result = await read(buildDocx(paragraphs), 'a.docx');
    expect(result.sourceFormat).toBe('teams_docx');
    expect(result.turns).toEqual(EXPECTED);
    expect(result.starts).toEqual([2.1, 8, 14.9, 16, 20.5, 25.2]);
  });

  it('reads a Meet document', async () => {
    const lines = TURNS.map(([name, , , text]) => `${name}: ${text}`);
    const result = await read(
      buildDocx([
        'Ben and Maria (2026-03-12 10:00 GMT) – Transcript',
        'Attendees',
        'Ben Okafor, Maria Lindqvist',
        'Transcript',
        '00:00:00',
        ...lines.slice(0, 4),
        '00:00:20',
        ...lines.slice(4),
        'Meeting ended after 00:00:31 👋',
        'This editable transcript was computer generated and might contain errors. People can also change the text after it was created.',
      ]),
      'doc.docx',
    );
    expect(result.sourceFormat).toBe('meet_docx');
    expect(result.turns).toEqual(EXPECTED);
    expect(result.starts).toEqual([0, null, null, null, 20, null]);
    expect([result.guessedTitle, result.guessedDate]).toEqual(['Ben and Maria', '2026-03-12']);
  });

  it('reads turns in the rows of a table', async () => {
    const rows = TURNS.map(([name, time, , text]) => [name, time, text]);
    const result = await read(buildTableDocx([['Speaker', 'Time', 'Text'], ...rows]), 'a.docx');
    expect(result.turns).toEqual(EXPECTED);
    expect(result.starts).toEqual([2, 8, 14, 16, 20, 25]);
  });

  it('leaves deleted text, field codes and fallback drawings out', async () => {
    const body =
      '<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r><w:t>Coach: What </w:t></w:r><w:del><w:r><w:delText>never</w:delText></w:r></w:del>' +
      '<w:r><w:instrText>PAGE</w:instrText></w:r><mc:Fallback><w:t>twice</w:t></mc:Fallback><w:r><w:t>now?</w:t></w:r></w:p>' +
      '<!-- <w:t>hidden</w:t> --><w:p><w:r><w:t>Client:</w:t><w:tab/><w:t>Caf&#233;&#x21;</w:t></w:r></w:p>';
    const result = await read(docxOfBody(body), 'a.docx');
    expect(result.turns).toEqual([
      ['Coach', 'What now?'],
      ['Client', 'Café!'],
    ]);
  });
});

describe('PDF files', () => {
  it('reads turns over several pages', async () => {
    const lines = TURNS.flatMap(([name, time, , text]) => [`${name}  ${time}`, text, '']);
    const result = await read(
      buildPdf([lines.slice(0, 9), [...lines.slice(9), 'Transcribed by https://otter.ai']]),
      'a.pdf',
    );
    expect(result.sourceFormat).toBe('pdf');
    expect(result.turns).toEqual(EXPECTED);
    expect(result.starts).toEqual([2, 8, 14, 16, 20, 25]);
  });

  it('leaves out headers, footers and page numbers that repeat', async () => {
    const pages = [0, 1, 2].map((page) => [
      { text: 'Coaching notes: confidential', x: 72, y: 760 },
      { text: `${page + 1}`, x: 300, y: 30 },
      ...TURNS.slice(page * 2, page * 2 + 2).map(([name, , , text], i) => ({
        text: `${name}: ${text}`,
        x: 72,
        y: 690 - i * 40,
      })),
    ]);
    const result = await read(pdfOfRuns(pages), 'a.pdf');
    expect(result.turns).toEqual(EXPECTED);
    expect(result.counts).toEqual(['page.boilerplate:6']);
  });

  it('reads name, time and words that stand in columns, drawn in any order', async () => {
    const runs = TURNS.flatMap(([name, time, , text], i) => [
      { text, x: 220, y: 700 - i * 30 },
      { text: name, x: 72, y: 700 - i * 30 },
      { text: time, x: 170, y: 700 - i * 30 },
    ]);
    const result = await read(pdfOfRuns([runs.reverse()]), 'a.pdf');
    expect(result.turns).toEqual(EXPECTED);
    expect(result.starts).toEqual([2, 8, 14, 16, 20, 25]);
  });

  it('keeps a name that wraps in its column out of the words, and a footer out of the last turn', async () => {
    const runs = TURNS.flatMap(([name, time, , text], i) => [
      { text: name.split(' ')[0] ?? '', x: 72, y: 700 - i * 40 },
      { text: name.split(' ')[1] ?? '', x: 72, y: 686 - i * 40 },
      { text: time, x: 170, y: 700 - i * 40 },
      { text: text.split(' ').slice(0, 2).join(' '), x: 220, y: 700 - i * 40 },
      ...(text.includes(' ') ? [{ text: text.split(' ').slice(2).join(' '), x: 220, y: 686 - i * 40 }] : []),
    ]);
    const result = await read(pdfOfRuns([[...runs, { text: 'Page 1 of 1', x: 280, y: 30 }]]), 'a.pdf');
    expect(result.turns).toEqual(EXPECTED);
    expect(result.counts).toEqual(['page.boilerplate:1']);
  });

  it('reads two columns of prose one after the other', async () => {
    const column = (x: number, who: string) =>
      Array.from({ length: 16 }, (_, i) => ({
        text: i % 2 === 0 ? `${who}: these are line ${i} words` : 'and they go on in this line',
        x,
        y: 700 - i * 20,
      }));
    const { turns } = await read(pdfOfRuns([[...column(60, 'Coach'), ...column(330, 'Client')]]), 'a.pdf');
    expect(turns.map(([label]) => label)).toEqual(['Coach', 'Client']);
  });

  it('counts pages without text', async () => {
    const { counts } = await read(buildPdf([['Coach: How are you?', 'Client: Fine.'], []]), 'a.pdf');
    expect(counts).toEqual(['page.no_text:1']);
  });
});
