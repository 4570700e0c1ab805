import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { DomainError } from '@app/platform';

/** Largest transcript file or text, in bytes. */
export const MAX_TRANSCRIPT_BYTES = 10 * 1024 * 1024;

/** Files in one upload of several. */
export const MAX_FILES = 20;

export interface UploadedFile {
  fileName: string;
  bytes: Buffer;
}

const tooLarge = (): DomainError =>
  new DomainError({
    code: 'transcript.too_large',
    kind: 'too_large',
    message: 'A transcript may have up to 10 MB. Please export the text alone, without audio or pictures.',
    extras: { limit_bytes: MAX_TRANSCRIPT_BYTES },
  });

/** The names browsers send may carry a path. */
const nameOf = (part: MultipartFile): string =>
  (part.filename ?? '').split(/[\\/]/).pop()?.slice(0, 255) || 'transcript';

async function bytesOf(part: MultipartFile): Promise<Buffer> {
  try {
    const bytes = await part.toBuffer();
    if (part.file.truncated) throw tooLarge();
    return bytes;
  } catch (error) {
    if ((error as { code?: string }).code === 'FST_REQ_FILE_TOO_LARGE') throw tooLarge();
    throw error;
  }
}

const limits = (
  files: number,
): { limits: { fileSize: number; files: number; fields: number; fieldSize: number } } => ({
  limits: { fileSize: MAX_TRANSCRIPT_BYTES, files, fields: 20, fieldSize: 10_000 },
});

/** Reads a form with one file, under any field name, and its text fields. */
export async function readForm(
  request: FastifyRequest,
): Promise<{ file: UploadedFile; fields: Map<string, string> }> {
  const fields = new Map<string, string>();
  let file: UploadedFile | null = null;
  for await (const part of request.parts(limits(1))) {
    if (part.type === 'file') file = { fileName: nameOf(part), bytes: await bytesOf(part) };
    else fields.set(part.fieldname, String(part.value));
  }
  if (file) return { file, fields };
  throw new DomainError({
    code: 'transcript.file_missing',
    kind: 'invalid',
    message: 'No file arrived. Choose a transcript file and try again.',
    fields: [{ field: 'file', message: 'is needed' }],
  });
}

/** The files of a form one after the other, so that one at a time is in memory. */
export async function* readFiles(request: FastifyRequest): AsyncGenerator<UploadedFile> {
  for await (const part of request.files(limits(MAX_FILES))) {
    yield { fileName: nameOf(part), bytes: await bytesOf(part) };
  }
}

/** The text of a JSON body `{text}` (or another field name). */
export function readText(body: unknown, field: string): string {
  const text = (body as Record<string, unknown> | null | undefined)?.[field];
  if (typeof text !== 'string') {
    throw new DomainError({
      code: 'validation.failed',
      kind: 'invalid',
      message: 'Send a file as a form, or the transcript as text.',
      fields: [{ field, message: 'must be a text' }],
    });
  }
  if (Buffer.byteLength(text) > MAX_TRANSCRIPT_BYTES) throw tooLarge();
  return text;
}
