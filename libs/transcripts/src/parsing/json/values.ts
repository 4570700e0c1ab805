import { parseClock, roundMilliseconds } from '../clock';

/** A JSON object of unknown shape; every read goes through the functions below. */
export type JsonObject = Record<string, unknown>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function asObject(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}

export function asArray(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The objects of an array; other items are left out. */
export function objects(value: unknown): JsonObject[] {
  return asArray(value).filter(isObject);
}

/** A non-empty trimmed string, also from a number; else `null`. */
export function asText(value: unknown): string | null {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (typeof value !== 'string') return null;
  const trimmed = value.trim();
  return trimmed === '' ? null : trimmed;
}

/** The first of the named fields that holds text. */
export function firstText(object: JsonObject, keys: readonly string[]): string | null {
  for (const key of keys) {
    const text = asText(object[key]);
    if (text !== null) return text;
  }
  return null;
}

/** A finite number, also written as a string; else `null`. */
export function asNumber(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'string' || value.trim() === '' || value.length > 30) return null;
  const number = Number(value);
  return Number.isFinite(number) ? number : null;
}

/** Seconds as a number, `"12.5"`, `"12.5s"` or a clock time; never negative. */
export function seconds(value: unknown): number | null {
  const number =
    asNumber(value) ??
    (typeof value === 'string' ? (secondsSuffix(value) ?? parseClock(value.trim())) : null);
  return number === null || number < 0 ? null : roundMilliseconds(number);
}

function secondsSuffix(value: string): number | null {
  return /^\d+(?:\.\d+)?s$/.test(value) ? Number(value.slice(0, -1)) : null;
}

/** Milliseconds as seconds. */
export function milliseconds(value: unknown): number | null {
  const number = asNumber(value);
  return number === null || number < 0 ? null : roundMilliseconds(number / 1000);
}

/** An instant (ISO text, or epoch seconds or milliseconds) as epoch seconds. */
export function instant(value: unknown): number | null {
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\d/.test(value)) {
    const parsed = Date.parse(value);
    return Number.isNaN(parsed) ? null : parsed / 1000;
  }
  const number = asNumber(value);
  if (number === null || number < 9e8) return null;
  return number > 1e11 ? number / 1000 : number;
}

/** A speaker as label: a name as it is, a bare number or letter as `Speaker 0`, `Speaker A`; nothing as `null`. */
export function speakerLabel(value: unknown): string | null {
  if (typeof value === 'number' && Number.isFinite(value)) return `Speaker ${value}`;
  const text = asText(value);
  if (text === null || text === 'null' || text === 'undefined') return null;
  return /^(?:\d{1,3}|[A-Z])$/.test(text) ? `Speaker ${text}` : text.slice(0, 120);
}
