import { Transform } from 'class-transformer';

/** Trims a text field before it is validated; an optional one that is left empty becomes `null`. */
export const Trim = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));

/** Like `Trim`, and an empty text means "none". */
export const TrimToNull = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() || null : value));
