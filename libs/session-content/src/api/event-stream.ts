import type { FastifyReply } from 'fastify';

export interface StreamState {
  event: string;
  data: unknown;
  /** True when nothing more will come: the stream says `done` and ends. */
  last: boolean;
}

const HEARTBEAT_MS = 15_000;
/** A notification can be lost with its connection: now and then the stream looks for itself. */
const LOOK_AGAIN_MS = 5_000;

/**
 * A server-sent event stream that shows a state: it sends the state at once and again whenever it has changed.
 * A client that reconnects needs no event id, since the first event holds everything.
 */
export class EventStream {
  private readonly timers: NodeJS.Timeout[] = [];
  private readonly closers: (() => void)[] = [];
  private dirty = true;
  private closed = false;
  private resume: (() => void) | null = null;

  constructor(private readonly reply: FastifyReply) {
    reply.hijack();
    const { raw } = reply;
    raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      connection: 'keep-alive',
      // Nginx would hold events back.
      'x-accel-buffering': 'no',
    });
    raw.write('retry: 2000\n\n');
    raw.on('close', () => this.close());
    this.timers.push(
      setInterval(() => raw.write(': still here\n\n'), HEARTBEAT_MS),
      setInterval(() => this.wake(), LOOK_AGAIN_MS),
    );
  }

  /** Something may have changed. */
  wake(): void {
    this.dirty = true;
    this.resume?.();
  }

  onClose(closer: () => void): void {
    if (this.closed) closer();
    else this.closers.push(closer);
  }

  /** Sends states until the last one, until reading one fails, or until the reader has gone. */
  async pump(read: () => Promise<StreamState>): Promise<void> {
    let sent = '';
    try {
      while (!this.closed) {
        if (!this.dirty) await new Promise<void>((resolve) => (this.resume = resolve));
        this.resume = null;
        this.dirty = false;
        if (this.isClosed()) break;
        const { event, data, last } = await read();
        const text = JSON.stringify(data);
        if (text !== sent) this.reply.raw.write(`event: ${event}\ndata: ${text}\n\n`);
        sent = text;
        if (last) {
          this.reply.raw.write('event: done\ndata: {}\n\n');
          break;
        }
      }
    } catch {
      // The session has gone or the database is away: the reader reconnects and is told then.
    } finally {
      this.close();
      this.reply.raw.end();
    }
  }

  private isClosed(): boolean {
    return this.closed;
  }

  private close(): void {
    if (this.closed) return;
    this.closed = true;
    for (const timer of this.timers) clearInterval(timer);
    for (const closer of this.closers) closer();
    this.resume?.();
  }
}
