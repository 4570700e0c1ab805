import { inputSize, type TextNetwork } from './text-network';
import { buildTable } from './vocabulary-model';
import { tensorOf, toFloats, type TensorToWrite, type WeightsFile } from './weights-file';

/** The network's arrays as they are written; `wordHashes` are those its table was built from. */
export function networkTensors(name: string, network: TextNetwork, wordHashes: Int32Array): TensorToWrite[] {
  const { shape, weights } = network;
  const inputs = inputSize(shape);
  const f32 = (part: string, values: Float32Array, columns: number): TensorToWrite => ({
    name: `${name}.${part}`,
    type: 'f32',
    rows: values.length / columns,
    columns,
    values,
  });
  return [
    { name: `${name}.words`, type: 'i32', rows: wordHashes.length, columns: 1, values: wordHashes },
    {
      name: `${name}.vectors`,
      type: 'i8',
      rows: shape.vocabulary,
      columns: shape.width,
      values: weights.vectors,
    },
    {
      name: `${name}.filters`,
      type: 'i8',
      rows: 3 * shape.width,
      columns: shape.filters,
      values: weights.filters,
    },
    f32('filterBias', weights.filterBias, shape.filters),
    { name: `${name}.hidden`, type: 'i8', rows: inputs, columns: shape.hidden, values: weights.hidden },
    f32('hiddenBias', weights.hiddenBias, shape.hidden),
    ...Object.entries(weights.heads).map(([head, values]) => f32(`head.${head}`, values, shape.heads[head]!)),
  ];
}

/** The network of that name; throws when a part is missing. */
export function readNetwork(file: WeightsFile, name: string): TextNetwork {
  const floats = (part: string): Float32Array => toFloats(tensorOf(file, `${name}.${part}`));
  const vectors = tensorOf(file, `${name}.vectors`);
  const filters = tensorOf(file, `${name}.filters`);
  const hidden = tensorOf(file, `${name}.hidden`);
  const heads: Record<string, Float32Array> = {};
  const classes: Record<string, number> = {};
  for (const [key, tensor] of file.tensors) {
    if (!key.startsWith(`${name}.head.`)) continue;
    const head = key.slice(name.length + 6);
    heads[head] = toFloats(tensor);
    classes[head] = tensor.columns;
  }
  return {
    table: buildTable(tensorOf(file, `${name}.words`).values as Int32Array),
    shape: {
      vocabulary: vectors.rows,
      width: vectors.columns,
      filters: filters.columns,
      dense: hidden.rows - filters.columns - 3 * vectors.columns,
      hidden: hidden.columns,
      heads: classes,
    },
    weights: {
      vectors: toFloats(vectors),
      filters: toFloats(filters),
      filterBias: floats('filterBias'),
      hidden: toFloats(hidden),
      hiddenBias: floats('hiddenBias'),
      heads,
    },
  };
}
