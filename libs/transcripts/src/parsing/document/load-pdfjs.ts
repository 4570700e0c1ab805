import { createRequire } from 'node:module';
import type * as PdfJs from 'pdfjs-dist/legacy/build/pdf.mjs';

let loaded: typeof PdfJs | null = null;

/** Loads pdf.js, which is published as ES modules only, with its first use: most transcripts are no PDF. */
export function loadPdfJs(): typeof PdfJs {
  if (loaded) return loaded;
  const load = createRequire(__filename);
  // pdf.js looks here for its worker before it tries to start one: the text is read on this very thread.
  (globalThis as { pdfjsWorker?: unknown }).pdfjsWorker = load('pdfjs-dist/legacy/build/pdf.worker.mjs');
  loaded = load('pdfjs-dist/legacy/build/pdf.mjs') as typeof PdfJs;
  return loaded;
}
