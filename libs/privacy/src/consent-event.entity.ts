import { Column, CreateDateColumn, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { ConsentPurpose } from './consent-purposes';

/** One decision about one purpose. Events are only ever added; the newest of a purpose counts. */
@Entity('consent_events')
export class ConsentEventEntity {
  /** Order of recording; two events of one moment still have one. */
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  position!: string;

  @Column('uuid', { name: 'coach_id' })
  coachId!: string;

  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  @Column('text')
  purpose!: ConsentPurpose;

  @Column('boolean')
  given!: boolean;

  /** Version of the wording the person agreed to. */
  @Column('text', { name: 'text_version' })
  textVersion!: string;

  /** User who recorded it: the coach on the client's behalf, or the client. */
  @Column('uuid', { name: 'recorded_by' })
  recordedBy!: string;

  /** Calendar day on which the client decided. */
  @Column('date', { name: 'recorded_on' })
  recordedOn!: string;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;
}
