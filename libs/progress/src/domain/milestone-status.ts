import type { MilestoneStatus } from './types';

/**
 * Where a milestone stands on a day: closed by the coach, or by itself `missed` once its target date is over in its
 * own zone. Days are `YYYY-MM-DD`; `today` is the day in the milestone's zone.
 */
export function milestoneStatus(
  { closedAs, targetDate }: { closedAs: 'completed' | 'missed' | null; targetDate: string },
  today: string,
): MilestoneStatus {
  return closedAs ?? (targetDate < today ? 'missed' : 'upcoming');
}
