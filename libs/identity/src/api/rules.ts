import { applyDecorators } from '@nestjs/common';
import { isTimeZone } from '@app/platform';
import { Transform } from 'class-transformer';
import { IsEmail, IsString, Matches, MaxLength, MinLength, ValidateBy } from 'class-validator';

/** Removes surrounding space from a string; leaves anything else for the validation to refuse. */
const Trimmed = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));

/** One trimmed line of text without control characters (PostgreSQL stores no NUL). */
export const SingleLine = (max: number, min = 0): PropertyDecorator =>
  applyDecorators(
    Trimmed(),
    Matches(/^[^\p{Cc}]*$/u, { message: '$property must be a single line of text' }),
    MaxLength(max, { message: `Use at most ${max} characters.` }),
    MinLength(min, { message: min === 1 ? 'Please fill this in.' : `Use at least ${min} characters.` }),
    IsString(),
  );

/** An e-mail address somebody could receive mail at. */
export const EmailAddress = (): PropertyDecorator =>
  applyDecorators(
    Trimmed(),
    MaxLength(254, { message: 'This e-mail address is too long.' }),
    IsEmail({}, { message: 'This does not look like an e-mail address.' }),
  );

/** An IANA time zone name. */
export const TimeZone = (): PropertyDecorator =>
  ValidateBy(
    {
      name: 'isTimeZone',
      validator: { validate: (value: unknown) => typeof value === 'string' && isTimeZone(value) },
    },
    { message: '$property must be an IANA time zone name such as Europe/London' },
  );
