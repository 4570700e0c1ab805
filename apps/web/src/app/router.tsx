import { createBrowserRouter, type RouteObject } from 'react-router';
import { NotFoundPage } from '~/components/not-found';
import { Frame } from './frame/frame';
import { FrameSkeleton } from './frame/frame-skeleton';
import { RequireCoach } from './require-coach';
import { RootLayout } from './root-layout';
import { RouteError } from './route-error';

type Page = () => React.ReactNode;

/** A route whose code is fetched when it is first visited. */
const page = (path: string, load: () => Promise<Page>): RouteObject => ({
  path,
  lazy: async () => ({ Component: await load() }),
});

const signedIn: RouteObject[] = [
  {
    index: true,
    lazy: async () => ({ Component: (await import('~/features/today/today-page')).TodayPage }),
  },
  page('clients', async () => (await import('~/features/clients/clients-page')).ClientsPage),
  page('clients/new', async () => (await import('~/features/clients/new-client-page')).NewClientPage),
  page('clients/:clientId', async () => (await import('~/features/clients/client-page')).ClientPage),
  page(
    'clients/:clientId/import',
    async () => (await import('~/features/transcripts/import-page')).ImportPage,
  ),
  page('sessions', async () => (await import('~/features/sessions/sessions-page')).SessionsPage),
  page('sessions/new', async () => (await import('~/features/sessions/new-session-page')).NewSessionPage),
  page('sessions/:sessionId', async () => (await import('~/features/session/session-page')).SessionPage),
  page('growth', async () => (await import('~/features/growth/growth-page')).GrowthPage),
  page('settings', async () => (await import('~/features/settings/settings-page')).SettingsPage),
  page('help', async () => (await import('~/features/help/help-page')).HelpPage),
  { path: '*', Component: NotFoundPage },
];

export function createRouter() {
  return createBrowserRouter([
    {
      Component: RootLayout,
      ErrorBoundary: RouteError,
      HydrateFallback: FrameSkeleton,
      children: [
        page('sign-in', async () => (await import('~/features/identity/sign-in-page')).SignInPage),
        page('sign-up', async () => (await import('~/features/identity/sign-up-page')).SignUpPage),
        page('forgot-password', async () => (await import('~/features/identity/forgot-page')).ForgotPage),
        page('reset-password', async () => (await import('~/features/identity/reset-page')).ResetPage),
        page('verify-email', async () => (await import('~/features/identity/verify-page')).VerifyPage),
        page('dev/mail', async () => (await import('~/features/dev-mail/dev-mail-page')).DevMailPage),
        {
          Component: RequireCoach,
          children: [
            page(
              'sessions/:sessionId/insight/print',
              async () => (await import('~/features/insight/print-page')).PrintPage,
            ),
            { Component: Frame, children: [{ ErrorBoundary: RouteError, children: signedIn }] },
          ],
        },
      ],
    },
  ]);
}
