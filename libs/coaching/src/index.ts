export { Clients } from './application/clients';
export { Profiles } from './application/profiles';
export { Sessions, type SessionWithPeople } from './application/sessions';
export { CoachingModule } from './coaching.module';
export type { ClientView, CoachProfile, SessionChanges, SessionFacts, SessionType } from './domain/types';
export { ClientEntity, CoachingProfileEntity, SessionEntity } from './persistence/entities';
