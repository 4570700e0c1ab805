import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assemble } from '../domain/assemble';
import { parseTranscript } from './parse-transcript';

/** Samples that lie beside a checkout, not in it: looked at where they exist. */
const FOLDER = join(process.cwd(), '..', 'shared', 'data', 'transcript-formats');
const NOBODY = { coachName: null, coachEmail: null, clientName: null, clientEmail: null };
/** Format, utterances and speakers of each; a code where the file is to be refused. */
const EXPECTED: Record<string, [format: string, utterances: number, speakers: number] | string> = {
  'edge-captions_with_bom.vtt': ['webvtt', 4, 1],
  'edge-comments.vtt': ['webvtt', 5, 1],
  'edge-empty.vtt': 'transcript.empty',
  'edge-invalid_timeframe.vtt': ['webvtt', 7, 1],
  'edge-missing_caption_text.srt': ['srt', 4, 1],
  'edge-sample.sbv': ['sbv', 5, 1],
  'edge-using_identifiers.vtt': ['webvtt', 6, 1],
  'otter-plain.txt': ['otter_txt', 2, 2],
  'subsrt-sample.json': ['subsrt_json', 4, 2],
  'subsrt-sample.srt': ['srt', 4, 2],
  'teams-voice-tags.vtt': ['teams_vtt', 2, 2],
  'vexa-transcription-response.json': ['vexa_json', 1, 1],
  'zoom-numbered.vtt': ['zoom_vtt', 3, 2],
  'zoom-real-acdc174.vtt': ['zoom_vtt', 106, 15],
};

const present = existsSync(FOLDER) ? readdirSync(FOLDER).filter((name) => name in EXPECTED) : [];

(present.length > 0 ? describe : describe.skip)('samples beside the checkout', () => {
  it.each(present.length > 0 ? present : ['none'])('reads %s', async (name) => {
    const read = parseTranscript(readFileSync(join(FOLDER, name)), name);
    const expected = EXPECTED[name];
    if (typeof expected === 'string') {
      await expect(read).rejects.toMatchObject({ code: expected });
      return;
    }
    const { sourceFormat, utterances, speakers } = assemble(await read, NOBODY);
    expect([sourceFormat, utterances.length, speakers.length]).toEqual(expected);
  });
});
