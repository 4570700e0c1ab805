import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The weights file: `JLW1`, a little-endian 32-bit length, a JSON header `{version, meta, tensors}`, then the tensors'
 * bytes. Tensors are `i8` (value × scale of its column), `i32` (hashes) or `f32`. It holds numbers only.
 */

export type TensorType = 'i8' | 'i32' | 'f32';

export interface TensorHeader {
  name: string;
  type: TensorType;
  rows: number;
  columns: number;
  /** One scale per column for `i8`. */
  scales?: number[];
  /** Byte offset after the header. */
  offset: number;
}

export interface Tensor {
  rows: number;
  columns: number;
  /** Row-major. */
  values: Int8Array | Int32Array | Float32Array;
  /** One factor per column; all 1 unless `i8`. */
  scales: Float32Array;
}

export interface WeightsFile {
  version: string;
  meta: Readonly<Record<string, unknown>>;
  tensors: ReadonlyMap<string, Tensor>;
}

const MAGIC = 'JLW1';

export function decodeWeights(bytes: Buffer): WeightsFile {
  if (bytes.subarray(0, 4).toString('latin1') !== MAGIC)
    throw new Error('Not a weights file of the utterance coder.');
  const headerLength = bytes.readUInt32LE(4);
  const header = JSON.parse(bytes.subarray(8, 8 + headerLength).toString('utf8')) as {
    version: string;
    meta: Record<string, unknown>;
    tensors: TensorHeader[];
  };
  const base = 8 + headerLength;
  const tensors = new Map<string, Tensor>();
  for (const { name, type, rows, columns, scales, offset } of header.tensors) {
    const size = rows * columns * (type === 'i8' ? 1 : 4);
    // Copied, so that 32-bit numbers are aligned whatever the header's length.
    const data = Uint8Array.prototype.slice.call(bytes, base + offset, base + offset + size).buffer;
    tensors.set(name, {
      rows,
      columns,
      values:
        type === 'i8' ? new Int8Array(data) : type === 'i32' ? new Int32Array(data) : new Float32Array(data),
      scales: scales ? Float32Array.from(scales) : new Float32Array(columns).fill(1),
    });
  }
  return { version: header.version, meta: header.meta, tensors };
}

export interface TensorToWrite {
  name: string;
  rows: number;
  columns: number;
  values: Float32Array | Int32Array;
  type: TensorType;
}

export function encodeWeights(
  version: string,
  meta: Readonly<Record<string, unknown>>,
  tensors: readonly TensorToWrite[],
): Buffer {
  const headers: TensorHeader[] = [];
  const blobs: Buffer[] = [];
  let offset = 0;
  for (const tensor of tensors) {
    const { name, type, rows, columns } = tensor;
    const blob =
      type === 'f32'
        ? Buffer.from(Float32Array.from(tensor.values).buffer)
        : type === 'i32'
          ? Buffer.from(Int32Array.from(tensor.values).buffer)
          : null;
    const quantised = blob ? null : quantise(tensor);
    const bytes = blob ?? Buffer.from((quantised?.values ?? new Int8Array(0)).buffer);
    headers.push({ name, type, rows, columns, offset, ...(quantised ? { scales: quantised.scales } : {}) });
    blobs.push(bytes);
    offset += bytes.length;
  }
  const header = Buffer.from(JSON.stringify({ version, meta, tensors: headers }), 'utf8');
  const length = Buffer.alloc(4);
  length.writeUInt32LE(header.length);
  return Buffer.concat([Buffer.from(MAGIC, 'latin1'), length, header, ...blobs]);
}

/** Rounds every column to 255 steps between minus and plus its largest size. */
function quantise({ rows, columns, values }: TensorToWrite): { values: Int8Array; scales: number[] } {
  const scales = Array.from({ length: columns }, () => 0);
  for (let i = 0; i < values.length; i += 1) {
    const column = i % columns;
    scales[column] = Math.max(scales[column] as number, Math.abs(values[i] as number));
  }
  for (let c = 0; c < columns; c += 1) scales[c] = Math.fround(Math.max(scales[c] as number, 1e-12) / 127);
  const rounded = new Int8Array(rows * columns);
  for (let i = 0; i < values.length; i += 1)
    rounded[i] = Math.round((values[i] as number) / (scales[i % columns] as number));
  return { values: rounded, scales };
}

/**
 * Path of a file below `libs/utterance-coding/weights/`, found by walking up to the project's own package.json,
 * because the code runs from `dist/` as well as from source.
 */
export function weightsPath(name = 'coder.bin'): string {
  for (let folder = __dirname; ; folder = dirname(folder)) {
    const manifest = join(folder, 'package.json');
    if (existsSync(manifest)) {
      const { name: project } = JSON.parse(readFileSync(manifest, 'utf8')) as { name?: string };
      if (project === 'journeyloop') return join(folder, 'libs', 'utterance-coding', 'weights', name);
    }
    if (dirname(folder) === folder)
      throw new Error('The project folder with the coder’s weights was not found.');
  }
}

export function loadWeights(path = weightsPath()): WeightsFile {
  return decodeWeights(readFileSync(path));
}

/** A tensor's values as numbers, scales applied. */
export function toFloats(tensor: Tensor): Float32Array {
  const { values, scales, columns } = tensor;
  if (values instanceof Float32Array) return values;
  return Float32Array.from(values, (value, i) => value * (scales[i % columns] ?? 1));
}

/** The tensor of that name; throws when the file has none. */
export function tensorOf(file: WeightsFile, name: string): Tensor {
  const tensor = file.tensors.get(name);
  if (!tensor) throw new Error(`The coder's weights have no tensor "${name}".`);
  return tensor;
}
