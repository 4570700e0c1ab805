import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CoachRegistered } from '@app/identity';
import { PrivacyModule } from '@app/privacy';
import { ClientsController } from './api/clients.controller';
import { ProfileController } from './api/profile.controller';
import { Clients } from './application/clients';
import { NewCoach } from './application/new-coach';
import { Profiles } from './application/profiles';
import { Sessions } from './application/sessions';
import { ClientReader, ClientRepository, ProfileRepository, SessionRepository } from './domain/repositories';
import { SqlClientReader } from './persistence/client.reader';
import { TypeOrmClientRepository } from './persistence/client.typeorm-repository';
import { ClientEntity, CoachingProfileEntity, SessionEntity } from './persistence/entities';
import { TypeOrmProfileRepository } from './persistence/profile.typeorm-repository';
import { TypeOrmSessionRepository } from './persistence/session.typeorm-repository';

@Module({
  imports: [TypeOrmModule.forFeature([CoachingProfileEntity, ClientEntity, SessionEntity]), PrivacyModule],
  controllers: [ProfileController, ClientsController],
  providers: [
    Profiles,
    Clients,
    Sessions,
    { provide: CoachRegistered, useClass: NewCoach },
    { provide: ProfileRepository, useClass: TypeOrmProfileRepository },
    { provide: ClientRepository, useClass: TypeOrmClientRepository },
    { provide: SessionRepository, useClass: TypeOrmSessionRepository },
    { provide: ClientReader, useClass: SqlClientReader },
  ],
  exports: [Profiles, Clients, Sessions],
})
export class CoachingModule {}
