import { useDocumentTitle } from '@mantine/hooks';

/** Names the browser tab after what is on the page. */
export function usePageTitle(title: string | undefined): void {
  useDocumentTitle(title ? `${title} · JourneyLoop` : 'JourneyLoop');
}
