import { ValidateIf } from 'class-validator';

/** A field that may be left out but, unlike one with `@IsOptional()`, may not be `null`. */
export const Omittable = (): PropertyDecorator =>
  ValidateIf((_object, value: unknown) => value !== undefined);
