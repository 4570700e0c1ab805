/**
 * Hashing of words and n-grams to 32-bit numbers. Weights are looked up by these numbers alone, so no word of the
 * training data is stored anywhere.
 */

/** 32-bit FNV-1a of a string's UTF-16 units, finished with a multiply-xorshift so that low bits are well spread. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return finish(hash);
}

/** Hash of two hashes, in order. */
export function combine(first: number, second: number): number {
  return finish(Math.imul(first, 0x9e3779b1) ^ (second + 0x7f4a7c15));
}

function finish(value: number): number {
  let hash = value ^ (value >>> 16);
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

/** A growing list of 32-bit hashes, reused between utterances to spare allocations. */
export class HashList {
  private items = new Int32Array(512);
  length = 0;

  push(hash: number): void {
    if (this.length === this.items.length) {
      const larger = new Int32Array(this.items.length * 2);
      larger.set(this.items);
      this.items = larger;
    }
    this.items[this.length] = hash;
    this.length += 1;
  }

  clear(): void {
    this.length = 0;
  }

  /** The distinct hashes, ascending. */
  distinct(): Int32Array {
    const sorted = this.items.slice(0, this.length).sort();
    let kept = 0;
    for (let i = 0; i < sorted.length; i += 1) {
      if (i === 0 || sorted[i] !== sorted[i - 1]) {
        sorted[kept] = sorted[i] as number;
        kept += 1;
      }
    }
    return sorted.slice(0, kept);
  }
}
