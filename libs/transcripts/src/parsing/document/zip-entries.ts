import { fromBuffer, type Entry, type ZipFile } from 'yauzl';
import { TranscriptError } from '../../domain/transcript-error';

/** Most bytes one part of a document may unpack to; an hour's transcript as Word XML is about 2 MB. */
export const MAX_PART_BYTES = 64 * 1024 * 1024;
/** Most bytes all parts may claim to unpack to; pictures of the speakers are small. */
export const MAX_TOTAL_BYTES = 256 * 1024 * 1024;
const MAX_ENTRIES = 5000;

export interface ZipListing {
  zip: ZipFile;
  entries: Map<string, Entry>;
}

/**
 * Lists a zip without unpacking it and refuses one whose declared sizes are absurd.
 *
 * @throws TranscriptError `transcript.zip_bomb`; any other error means that the archive is damaged
 */
export async function openZip(bytes: Buffer): Promise<ZipListing> {
  const zip = await new Promise<ZipFile>((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true, autoClose: false, validateEntrySizes: true }, (error, file) =>
      error ? reject(error) : resolve(file),
    );
  });
  if (zip.entryCount > MAX_ENTRIES) throw new TranscriptError('transcript.zip_bomb');
  const entries = new Map<string, Entry>();
  let total = 0;
  await new Promise<void>((resolve, reject) => {
    zip.on('error', reject);
    zip.on('end', resolve);
    zip.on('entry', (entry: Entry) => {
      total += entry.uncompressedSize;
      if (total > MAX_TOTAL_BYTES) return reject(new TranscriptError('transcript.zip_bomb'));
      entries.set(entry.fileName, entry);
      zip.readEntry();
    });
    zip.readEntry();
  });
  return { zip, entries };
}

/**
 * Unpacks one entry, counting what really comes out: declared sizes can lie.
 *
 * @throws TranscriptError `transcript.zip_bomb`, `transcript.encrypted_docx`
 */
export async function readEntry(listing: ZipListing, entry: Entry): Promise<Buffer> {
  if (entry.isEncrypted()) throw new TranscriptError('transcript.encrypted_docx');
  if (entry.uncompressedSize > MAX_PART_BYTES) throw new TranscriptError('transcript.zip_bomb');
  return new Promise<Buffer>((resolve, reject) => {
    listing.zip.openReadStream(entry, (error, stream) => {
      if (error) return reject(error);
      const chunks: Buffer[] = [];
      let size = 0;
      stream.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size > MAX_PART_BYTES) {
          stream.destroy();
          reject(new TranscriptError('transcript.zip_bomb'));
        } else chunks.push(chunk);
      });
      stream.on('error', (cause: Error) => {
        reject(/too many bytes/.test(cause.message) ? new TranscriptError('transcript.zip_bomb') : cause);
      });
      stream.on('end', () => resolve(Buffer.concat(chunks)));
    });
  });
}
