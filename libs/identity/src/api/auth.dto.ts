import { IsOptional, IsString, MaxLength } from 'class-validator';
import type { SignedInUser } from '../application/registration';
import { PASSWORD_MAX } from '../domain/password-policy';
import type { User } from '../domain/user';
import { EmailAddress, SingleLine, TimeZone } from './rules';

const TOO_LONG = { message: `Use at most ${PASSWORD_MAX} characters.` };

/** A coach who opens an account. */
export class RegisterDto {
  /** Compared without regard to case. */
  @EmailAddress()
  email!: string;

  /** 10 to 200 characters; not the e-mail address and not one of the most common passwords. */
  @IsString()
  @MaxLength(PASSWORD_MAX * 2, TOO_LONG)
  password!: string;

  /** The coach's own name. */
  @SingleLine(120, 1)
  name!: string;

  /** The name the coach works under. */
  @IsOptional()
  @SingleLine(200)
  business_name?: string | null;

  /** IANA time zone name, e.g. `Europe/London`; `UTC` when left out. */
  @IsOptional()
  @TimeZone()
  time_zone?: string | null;
}

export class LoginDto {
  @SingleLine(320)
  email!: string;

  @IsString()
  @MaxLength(PASSWORD_MAX * 2, TOO_LONG)
  password!: string;
}

/** A person who can sign in. */
export class UserDto {
  id!: string;
  email!: string;
  name!: string;
  role!: 'coach' | 'client' | 'ops';
  /** Whether the person confirmed that they read mail at this address. */
  email_verified!: boolean;
  /** IANA time zone name. */
  time_zone!: string;
  /** ISO 8601 instant. */
  created_at!: string;

  static from(user: User): UserDto {
    return {
      id: user.id,
      email: user.email,
      name: user.name,
      role: user.role,
      email_verified: user.emailVerifiedAt !== null,
      time_zone: user.timeZone,
      created_at: user.createdAt.toISOString(),
    };
  }
}

export class SignedInDto {
  /** For `Authorization: Bearer`. Shown this once; browsers use the cookie that comes with the answer. */
  access_token!: string;
  user!: UserDto;

  static from({ token, user }: SignedInUser): SignedInDto {
    return { access_token: token, user: UserDto.from(user) };
  }
}

/** The request was taken; there is nothing to tell about it. */
export class AcceptedDto {}
