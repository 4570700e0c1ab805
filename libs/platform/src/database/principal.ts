/** Who is asking, as every use case receives it. */
export interface Principal {
  userId: string;
  role: 'coach' | 'client' | 'ops';
  /** The tenant: the coach whose rows are visible. */
  coachId: string;
  /** Set for a portal user: the client record they are. */
  clientId: string | null;
}

/** A coach acting for themselves, also the principal of background work on their data. */
export const coachPrincipal = (coachId: string): Principal => ({
  userId: coachId,
  role: 'coach',
  coachId,
  clientId: null,
});
