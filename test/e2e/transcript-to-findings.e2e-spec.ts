import type { INestApplicationContext } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { all, contentOf, setScene, startApi, startWorker } from '../support/app';
import { SHORT_SESSION } from '../support/dialogues';

interface Utterance {
  id: string;
  sequence_number: number;
  speaker_type: string;
  text_clean: string;
  codes: { code: string; certainty: number }[];
  emotion: { label: string } | null;
}

interface Signal {
  id: string;
  kind: string;
  code: string;
  principle: string;
  quote: string;
  quote_utterance: number;
  utterances: { id: string; sequence_number: number }[];
  feedback: string;
  better_example: string | null;
  verdict: string | null;
}

describe('a transcript goes in, verified findings come out', () => {
  let app: NestFastifyApplication;
  let worker: INestApplicationContext;

  beforeAll(async () => {
    app = await startApi();
    worker = await startWorker();
  });
  afterAll(async () => {
    await worker?.close();
    await app?.close();
  });

  it('reads labelled text, analyses it and pins every quote to its utterance', async () => {
    const { coach, sessionId, clientId } = await setScene(app);
    const receipt = await coach
      .post(`/sessions/${sessionId}/transcript`)
      .send({ text: SHORT_SESSION })
      .expect(202);
    expect(receipt.body).toMatchObject({
      needs_confirmation: false,
      utterance_count: 18,
      session_id: sessionId,
    });
    expect(receipt.body.content_request_id).toEqual(expect.any(String));
    expect(receipt.body.speakers.map((s: { label: string; role: string }) => [s.label, s.role])).toEqual(
      expect.arrayContaining([
        ['Coach', 'coach'],
        ['Client', 'client'],
      ]),
    );

    const content = await contentOf(coach, sessionId);
    expect(content.parts.map(({ part, status }) => [part, status])).toEqual([
      ['session_analysis', 'completed'],
      ['shift_insights', 'completed'],
      ['progress', 'completed'],
      ['behavior_loops', 'completed'],
    ]);

    const utterances = await all<Utterance>(coach, `/sessions/${sessionId}/utterances?limit=7`);
    expect(utterances.map((u) => u.sequence_number)).toEqual(Array.from({ length: 18 }, (_, i) => i + 1));
    expect(utterances.every((u) => u.emotion !== null)).toBe(true);
    const byNumber = new Map(utterances.map((u) => [u.sequence_number, u]));

    const signals = await all<Signal>(coach, `/sessions/${sessionId}/signals?limit=5`);
    expect(signals.some(({ kind }) => kind === 'excellence')).toBe(true);
    expect(signals.some(({ kind }) => kind === 'growth')).toBe(true);
    for (const signal of signals) {
      expect(byNumber.get(signal.quote_utterance)?.text_clean).toContain(signal.quote);
      for (const { id, sequence_number: number } of signal.utterances)
        expect(byNumber.get(number)?.id).toBe(id);
    }
    expect(new Set(signals.map(({ feedback }) => feedback)).size).toBe(signals.length);

    const session = await coach.get(`/sessions/${sessionId}`).expect(200);
    expect(session.body).toMatchObject({ content_status: 'completed', transcript: { utterance_count: 18 } });
    const insight = await coach.get(`/session-insights/${session.body.insight_id}`).expect(200);
    expect(insight.body).toMatchObject({
      status: 'completed',
      coaching_relationship_id: clientId,
      processing_error: null,
    });
    expect(insight.body.session_summary.length).toBeGreaterThan(40);
    expect(insight.body.metadata.transcript_word_count).toBeGreaterThan(200);
    expect(insight.body.metadata.processing_time_seconds).toBeGreaterThan(0);
    expect(insight.body.action_items.length).toBeGreaterThan(0);
    const sections = Object.values(insight.body).flat() as { evidence?: string[]; utterances?: number[] }[];
    let quotes = 0;
    for (const section of sections) {
      for (const [index, quote] of (section?.evidence ?? []).entries()) {
        quotes += 1;
        expect(byNumber.get(section.utterances?.[index] ?? 0)?.text_clean).toContain(quote);
      }
    }
    expect(quotes).toBeGreaterThan(2);
  });

  it('takes the same transcript twice as one', async () => {
    const { coach, sessionId } = await setScene(app);
    const first = await coach
      .post(`/sessions/${sessionId}/transcript`)
      .send({ text: SHORT_SESSION })
      .expect(202);
    await contentOf(coach, sessionId);
    const before = await all<Signal>(coach, `/sessions/${sessionId}/signals`);
    const second = await coach
      .post(`/sessions/${sessionId}/transcript`)
      .send({ text: SHORT_SESSION })
      .expect(202);
    expect(second.body).toEqual(first.body);
    expect(await all<Signal>(coach, `/sessions/${sessionId}/signals`)).toEqual(before);
  });

  it('keeps the coach’s verdicts when the analysis runs again', async () => {
    const { coach, sessionId } = await setScene(app);
    await coach.post(`/sessions/${sessionId}/transcript`).send({ text: SHORT_SESSION }).expect(202);
    await contentOf(coach, sessionId);
    const [first, second] = await all<Signal>(coach, `/sessions/${sessionId}/signals`);
    const edited = await coach
      .patch(`/signals/${first?.id}`)
      .send({ verdict: 'edited', feedback: 'In my own words.' })
      .expect(200);
    expect(edited.body).toMatchObject({
      verdict: 'edited',
      feedback: 'In my own words.',
      original_feedback: first?.feedback,
    });
    const counted = async (): Promise<number> => {
      const { body } = await coach.get(`/sessions/${sessionId}/shift`).expect(200);
      const { body: growth } = await coach.get('/shift/growth').expect(200);
      expect(growth.items[0].scores).toEqual(body.scores);
      const scores = body.scores as { excellence_count: number; growth_count: number }[];
      return scores.reduce((sum, score) => sum + score.excellence_count + score.growth_count, 0);
    };
    const before = await counted();
    await coach.patch(`/signals/${second?.id}`).send({ verdict: 'dismissed' }).expect(200);
    expect(await counted()).toBe(before - 1);
    await coach.post(`/sessions/${sessionId}/content/rerun`).send({}).expect(202);
    await contentOf(coach, sessionId);
    const after = await all<Signal>(coach, `/sessions/${sessionId}/signals`);
    expect(after.find(({ id }) => id === first?.id)).toMatchObject({
      verdict: 'edited',
      feedback: 'In my own words.',
    });
    expect(after.find(({ id }) => id === second?.id)).toMatchObject({ verdict: 'dismissed' });
    const moments = after.map(({ code, quote_utterance: at }) => `${code}@${at}`);
    expect(new Set(moments).size).toBe(moments.length);
    await coach.patch(`/signals/${first?.id}`).send({ verdict: null }).expect(200);
    await coach.patch(`/signals/${first?.id}`).send({ verdict: 'confirmed', feedback: 'no' }).expect(422);
  });

  it('asks who is who when it cannot tell, and analyses nothing before', async () => {
    const { coach, sessionId } = await setScene(app);
    const text = 'Alex: I went there on Monday.\nSam: And I stayed at home.\nAlex: It rained.\nSam: It did.';
    const receipt = await coach.post(`/sessions/${sessionId}/transcript`).send({ text }).expect(202);
    expect(receipt.body).toMatchObject({ needs_confirmation: true, content_request_id: null });
    await coach.get(`/sessions/${sessionId}/content`).expect(404);
    await coach.post(`/sessions/${sessionId}/content/rerun`).send({}).expect(409);
    const wrong = await coach
      .put(`/sessions/${sessionId}/transcript/speakers`)
      .send({ speakers: [{ label: 'Alex', role: 'coach' }] })
      .expect(422);
    expect(wrong.body.code).toBe('transcript.speakers_incomplete');
    const confirmed = await coach
      .put(`/sessions/${sessionId}/transcript/speakers`)
      .send({
        speakers: [
          { label: 'Alex', role: 'client' },
          { label: 'Sam', role: 'coach' },
        ],
      })
      .expect(200);
    expect(confirmed.body.content_request_id).toEqual(expect.any(String));
    await contentOf(coach, sessionId);
    const utterances = await all<Utterance>(coach, `/sessions/${sessionId}/utterances`);
    expect(utterances.map((u) => u.speaker_type)).toEqual(['client', 'coach', 'client', 'coach']);
  });

  it('takes a transcript that names nobody, utterance by utterance', async () => {
    const { coach, sessionId } = await setScene(app);
    const cues = [
      'How was your week?',
      'It was hard. I did not ring her.',
      'What got in the way?',
      'I was afraid.',
    ];
    const vtt = `WEBVTT\n\n${cues.map((text, i) => `00:00:${i}0.000 --> 00:00:${i}4.000\n${text}\n`).join('\n')}`;
    const receipt = await coach
      .post(`/sessions/${sessionId}/transcript`)
      .attach('file', Buffer.from(vtt), 'plain.vtt')
      .expect(202);
    expect(receipt.body).toMatchObject({ needs_confirmation: true, utterance_count: 4 });
    const [only] = receipt.body.speakers;
    const oneSided = await coach
      .put(`/sessions/${sessionId}/transcript/speakers`)
      .send({ speakers: [{ label: only.label, role: 'client' }] })
      .expect(422);
    expect(oneSided.body.code).toBe('transcript.speakers_one_sided');
    const confirmed = await coach
      .put(`/sessions/${sessionId}/transcript/speakers`)
      .send({
        speakers: [
          { label: 'Coach', role: 'coach' },
          { label: only.label, role: 'client' },
        ],
        utterances: [
          { sequence_number: 1, label: 'Coach' },
          { sequence_number: 3, label: 'Coach' },
        ],
      })
      .expect(200);
    expect(confirmed.body.content_request_id).toEqual(expect.any(String));
    await contentOf(coach, sessionId);
    const utterances = await all<Utterance>(coach, `/sessions/${sessionId}/utterances`);
    expect(utterances.map((u) => u.speaker_type)).toEqual(['coach', 'client', 'coach', 'client']);
    expect((await coach.get(`/sessions/${sessionId}/transcript`).expect(200)).body.text).toContain(
      'Coach: What got in the way?',
    );
    await coach
      .put(`/sessions/${sessionId}/transcript/speakers`)
      .send({ speakers: confirmed.body.speakers, utterances: [{ sequence_number: 99, label: 'Coach' }] })
      .expect(422);
  });

  it('refuses without consent and keeps no trace', async () => {
    const { coach, sessionId, clientId } = await setScene(app);
    await coach.patch(`/clients/${clientId}`).send({ has_consented: false }).expect(200);
    const refused = await coach
      .post(`/sessions/${sessionId}/transcript`)
      .send({ text: SHORT_SESSION })
      .expect(409);
    expect(refused.body.code).toBe('consent.required');
    expect(refused.headers['content-type']).toContain('application/problem+json');
    await coach.get(`/sessions/${sessionId}/transcript`).expect(404);
    expect((await coach.get(`/sessions/${sessionId}`).expect(200)).body.transcript).toBeNull();
  });

  it('keeps the earlier transcript when a new one is refused', async () => {
    const { coach, sessionId } = await setScene(app);
    await coach.post(`/sessions/${sessionId}/transcript`).send({ text: SHORT_SESSION }).expect(202);
    const cases: [string, Buffer, number, string][] = [
      ['empty.vtt', Buffer.alloc(0), 422, 'transcript.empty'],
      [
        'picture.txt',
        Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
        415,
        'transcript.unsupported_type',
      ],
      ['broken.json', Buffer.from('{"sentences":[{"text":"Hel'), 422, 'transcript.invalid_json'],
      ['large.txt', Buffer.alloc(10 * 1024 * 1024 + 1, 'Coach: hello there\n'), 413, 'transcript.too_large'],
    ];
    for (const [name, bytes, status, code] of cases) {
      const response = await coach.post(`/sessions/${sessionId}/transcript`).attach('file', bytes, name);
      expect([name, response.status, response.body.code]).toEqual([name, status, code]);
    }
    expect((await coach.get(`/sessions/${sessionId}`).expect(200)).body.transcript.utterance_count).toBe(18);
  });

  it('takes several files, a session each, held for a look', async () => {
    const { coach, clientId } = await setScene(app);
    const response = await coach
      .post(`/clients/${clientId}/transcripts`)
      .attach('files', Buffer.from(SHORT_SESSION), '2026-02-03 Stepping up.txt')
      .attach('files', Buffer.from(''), 'nothing.txt')
      .expect(202);
    const [good, bad] = response.body.items;
    expect(good).toMatchObject({
      session: { date: '2026-02-03' },
      receipt: { needs_confirmation: true, content_request_id: null },
      error: null,
    });
    expect(bad).toMatchObject({ session: null, error: { code: 'transcript.empty' } });
    await coach
      .patch(`/sessions/${good.session.id}`)
      .send({ title: 'Stepping up', date: '2026-02-04' })
      .expect(200);
    await coach
      .put(`/sessions/${good.session.id}/transcript/speakers`)
      .send({
        speakers: good.receipt.speakers.map(({ label, role }: { label: string; role: string }) => ({
          label,
          role,
        })),
      })
      .expect(200);
    expect((await contentOf(coach, good.session.id)).status).toBe('completed');
  });

  it('makes an insight from a file and from text, each once', async () => {
    const { coach, clientId } = await setScene(app);
    const fromFile = await coach
      .post('/session-insights/')
      .field('coaching_relationship_id', clientId)
      .field('session_date', '2026-01-15')
      .field('session_title', 'Winter')
      .attach('transcript_file', Buffer.from(SHORT_SESSION), 'winter.txt')
      .expect(201);
    expect(fromFile.body).toMatchObject({
      coaching_relationship_id: clientId,
      session_date: '2026-01-15',
      session_title: 'Winter',
    });
    const again = await coach
      .post('/session-insights/from-text')
      .send({
        coaching_relationship_id: clientId,
        transcript_text: SHORT_SESSION,
        session_date: '2026-05-01',
      })
      .expect(201);
    expect(again.body.id).toBe(fromFile.body.id);
    await contentOf(coach, fromFile.body.session_id);
    const list = await coach.get(`/session-insights/relationship/${clientId}`).expect(200);
    expect(list.body).toMatchObject({
      total_count: 1,
      relationship_id: clientId,
      client_name: 'Priya Nair',
      coach_name: 'Dana Whitfield',
    });
    expect(list.body.insights[0]).toMatchObject({ id: fromFile.body.id, status: 'completed' });
    expect(list.body.insights[0].action_item_count).toBeGreaterThan(0);
    await coach.delete(`/session-insights/${fromFile.body.id}`).expect(204);
    await coach.get(`/session-insights/${fromFile.body.id}`).expect(404);
  });

  it('streams progress as server-sent events and ends with done', async () => {
    const { coach, sessionId } = await setScene(app);
    await coach.post(`/sessions/${sessionId}/transcript`).send({ text: SHORT_SESSION }).expect(202);
    const stream = await coach
      .get(`/sessions/${sessionId}/content/events`)
      .buffer(true)
      .parse((response, done) => {
        let text = '';
        response.on('data', (chunk: Buffer) => (text += chunk.toString()));
        response.on('end', () => done(null, text));
      });
    const text = String(stream.body);
    expect(text).toMatch(/^retry: 2000\n\nevent: content\ndata: \{/);
    expect(text.trimEnd().endsWith('event: done\ndata: {}')).toBe(true);
    const states = [...text.matchAll(/event: content\ndata: (.*)/g)].map(
      ([, json]) => JSON.parse(json ?? '{}').status,
    );
    expect(states.at(-1)).toBe('completed');
  });

  it('removes everything below a deleted session and client', async () => {
    const { coach, sessionId, clientId } = await setScene(app);
    await coach.post(`/sessions/${sessionId}/transcript`).send({ text: SHORT_SESSION }).expect(202);
    await contentOf(coach, sessionId);
    const [signal] = await all<Signal>(coach, `/sessions/${sessionId}/signals`);
    await coach.delete(`/clients/${clientId}`).expect(204);
    await coach.get(`/sessions/${sessionId}`).expect(404);
    await coach.get(`/sessions/${sessionId}/utterances`).expect(404);
    await coach.patch(`/signals/${signal?.id}`).send({ verdict: 'confirmed' }).expect(404);
  });
});
