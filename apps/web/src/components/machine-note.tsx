import { Text } from '@mantine/core';
import { IconSparkles } from '@tabler/icons-react';

/** Marks text that no person wrote, and by what it was made. */
export function MachineNote({
  analyst = 'on_device',
  children,
}: {
  analyst?: string;
  children?: React.ReactNode;
}) {
  const maker = analyst === 'on_device' ? 'the on-device analyst' : analyst;
  return (
    <Text size="sm" c="dimmed" mt="md" style={{ display: 'flex', gap: '0.45rem', alignItems: 'baseline' }}>
      <IconSparkles
        size={15}
        stroke={1.5}
        aria-hidden
        style={{ flex: 'none', position: 'relative', top: 2 }}
      />
      <span>
        Made by {maker} from the transcript. {children}
      </span>
    </Text>
  );
}
