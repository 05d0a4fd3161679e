// A card of what the server told, which can be read again.
import { Button, Card, Group, Title } from "@mantine/core";
import type { ReactNode } from "react";

export function ReadCard({ title, again, children }: { title: string; again: () => void; children: ReactNode }) {
  return (
    <Card withBorder>
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h5">
          {title}
        </Title>
        <Button size="compact-xs" variant="default" onClick={again}>
          Read again
        </Button>
      </Group>
      {children}
    </Card>
  );
}
