import { IsNotEmpty, IsString, MaxLength } from 'class-validator';
import { PASSWORD_MAX } from '../domain/password-policy';
import { EmailAddress } from './rules';

const TOO_LONG = { message: `Use at most ${PASSWORD_MAX} characters.` };

export class VerifyEmailDto {
  /** The `token` of the link in the mail. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  token!: string;
}

export class ForgotPasswordDto {
  @EmailAddress()
  email!: string;
}

export class ResetPasswordDto {
  /** The `token` of the link in the mail. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  token!: string;

  /** The new password: 10 to 200 characters. */
  @IsString()
  @MaxLength(PASSWORD_MAX * 2, TOO_LONG)
  password!: string;
}

export class ChangePasswordDto {
  @IsString()
  @MaxLength(PASSWORD_MAX * 2, TOO_LONG)
  current_password!: string;

  /** 10 to 200 characters. */
  @IsString()
  @MaxLength(PASSWORD_MAX * 2, TOO_LONG)
  new_password!: string;
}
