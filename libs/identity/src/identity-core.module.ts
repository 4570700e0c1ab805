import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Authentication } from './application/authentication';
import { CreateUser } from './application/create-user';
import { Users } from './application/users';
import { PasswordHasher } from './domain/ports';
import { SignInReader, UserRepository } from './domain/repositories';
import { AccessTokenEntity, EmailTokenEntity, UserEntity } from './persistence/entities';
import { SqlSignInReader } from './persistence/sign-in.reader';
import { TypeOrmUserRepository } from './persistence/user.typeorm-repository';
import { Argon2PasswordHasher } from './security/argon2-password-hasher';

/** Who there is: for every process. */
@Module({
  imports: [TypeOrmModule.forFeature([UserEntity, AccessTokenEntity, EmailTokenEntity])],
  providers: [
    Users,
    CreateUser,
    Authentication,
    { provide: UserRepository, useClass: TypeOrmUserRepository },
    { provide: SignInReader, useClass: SqlSignInReader },
    { provide: PasswordHasher, useClass: Argon2PasswordHasher },
  ],
  exports: [Users, CreateUser, Authentication, UserRepository, PasswordHasher],
})
export class IdentityCoreModule {}
