/**
 * The wire types as the screens name them: aliases of the types generated from the API's OpenAPI document
 * (`schema.gen.d.ts`), never a second definition.
 */
import type { components } from './schema.gen';

type Schemas = components['schemas'];

export type User = Schemas['UserDto'];
export type SignIn = Schemas['SignInDto'];
export type CapturedMail = Schemas['CapturedMailDto'];
export type Profile = Schemas['ProfileDto'];
export type ProfileWrite = Schemas['UpdateProfileDto'];
export type SignUp = Schemas['RegisterDto'];

export type Client = Schemas['ClientDto'];
export type ClientWrite = Schemas['CreateClientDto'];
export type ClientPatch = Schemas['UpdateClientDto'];

export type Session = Schemas['SessionDto'];
export type SessionWrite = Schemas['CreateSessionDto'];
export type SessionPatch = Schemas['UpdateSessionDto'];
export type Attention = Schemas['AttentionDto'];

export type Speaker = Schemas['SpeakerDto'];
export type MovedUtterance = Schemas['MovedUtteranceDto'];
export type SpeakerChoice = Schemas['SpeakerRoleDto'];
export type SpeakerRole = SpeakerChoice['role'];
export type Utterance = Schemas['UtteranceDto'];
export type ImportedFile = Schemas['FileOutcomeDto'];

export type Content = Schemas['ContentDto'];
export type ContentPart = Schemas['ContentPartDto'];
export type PartName = ContentPart['part'];

export type Shift = Schemas['ShiftReportDto'];
export type PrincipleScore = Schemas['PrincipleScoreDto'];
export type Signal = Schemas['SignalDto'];
export type SignalKind = Signal['kind'];
export type Verdict = NonNullable<Signal['verdict']>;
export type GrowthPoint = Schemas['GrowthPointDto'];

export type InsightDetail = Schemas['SessionInsightDetailDto'];
/** What every finding of an insight carries: quotes, and the utterances they come from in the same order. */
export type Evidenced = Pick<Schemas['CelebrationDto'], 'evidence' | 'utterances'>;
