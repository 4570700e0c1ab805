import { Module } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { AuthController } from './api/auth.controller';
import { AuthGuard } from './api/auth.guard';
import { BearerStrategy } from './api/bearer.strategy';
import { DevMailsController } from './api/dev-mails.controller';
import { EmailVerificationController } from './api/email-verification.controller';
import { PasswordController } from './api/password.controller';
import { Authenticator } from './api/authenticator';
import { RouteAccessCheck } from './api/route-access.check';
import { SessionCookie } from './api/session-cookie';
import { SignInsController } from './api/sign-ins.controller';
import { CapturedMails } from './application/captured-mails';
import { EmailLinks } from './application/email-links';
import { EmailVerification } from './application/email-verification';
import { Passwords } from './application/passwords';
import { Registration } from './application/registration';
import { SessionTokens } from './application/session-tokens';
import { SignIns } from './application/sign-ins';
import { SigningIn } from './application/signing-in';
import { Throttle } from './domain/ports';
import { AccessTokenRepository, CapturedMailReader, EmailTokenRepository } from './domain/repositories';
import { IdentityCoreModule } from './identity-core.module';
import { TypeOrmAccessTokenRepository } from './persistence/access-token.typeorm-repository';
import { SqlCapturedMailReader } from './persistence/captured-mail.reader';
import { TypeOrmEmailTokenRepository } from './persistence/email-token.typeorm-repository';
import { PostgresThrottle } from './security/postgres-throttle';

/** Signing in, and the guard before every route: for the HTTP process, imported once. */
@Module({
  imports: [IdentityCoreModule, DiscoveryModule],
  controllers: [
    AuthController,
    EmailVerificationController,
    PasswordController,
    SignInsController,
    DevMailsController,
  ],
  providers: [
    { provide: APP_GUARD, useClass: AuthGuard },
    RouteAccessCheck,
    BearerStrategy,
    Authenticator,
    SessionCookie,
    Registration,
    SigningIn,
    SignIns,
    SessionTokens,
    EmailVerification,
    EmailLinks,
    Passwords,
    CapturedMails,
    { provide: Throttle, useClass: PostgresThrottle },
    { provide: AccessTokenRepository, useClass: TypeOrmAccessTokenRepository },
    { provide: EmailTokenRepository, useClass: TypeOrmEmailTokenRepository },
    { provide: CapturedMailReader, useClass: SqlCapturedMailReader },
  ],
  exports: [IdentityCoreModule, Authenticator],
})
export class IdentityModule {}
