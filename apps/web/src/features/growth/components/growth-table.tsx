import { Table } from '@mantine/core';
import { Link } from 'react-router';
import type { GrowthPoint } from '~/api/types';
import { SessionDay } from '~/components/when';
import { principles } from '~/features/shift/principles';

/** The same figures as a table: excellence and growth of each principle, session by session. */
export function GrowthTable({ points }: { points: readonly GrowthPoint[] }) {
  return (
    <Table.ScrollContainer
      minWidth={720}
      scrollAreaProps={{ viewportProps: { tabIndex: 0, 'aria-label': 'Table of growth' } }}
    >
      <Table>
        <Table.Caption>Excellence signals / growth opportunities</Table.Caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Session</Table.Th>
            <Table.Th>Day</Table.Th>
            {principles.map(({ key, name }) => (
              <Table.Th key={key}>{name}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {points.map((point) => (
            <Table.Tr key={point.session_id}>
              <Table.Td>
                <Link to={`/sessions/${point.session_id}?tab=shift`}>{point.title}</Link>, {point.client_name}
              </Table.Td>
              <Table.Td>
                <SessionDay day={point.date} />
              </Table.Td>
              {principles.map(({ key }) => {
                const score = point.scores.find(({ principle }) => principle === key);
                return (
                  <Table.Td key={key}>
                    {score?.excellence_count ?? 0} / {score?.growth_count ?? 0}
                  </Table.Td>
                );
              })}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
