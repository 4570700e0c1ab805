/** Where a request came from, shown to the person in their list of sign-ins. */
export interface Device {
  ipAddress: string | null;
  userAgent: string | null;
}

/** A sign-in as the person sees it. */
export interface SignIn {
  id: string;
  createdAt: Date;
  lastUsedAt: Date;
  userAgent: string | null;
  ipAddress: string | null;
}
