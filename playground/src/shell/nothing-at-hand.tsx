// Where pages about a request start: no table was looked at, and no query was written.
import { Button, Group, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { Link } from "wouter";
import { Empty } from "./states";

export function NothingAtHand({ tenant, icon, advice }: { tenant: string; icon: ReactNode; advice: string }) {
  return (
    <Empty title="No request at hand" icon={icon}>
      <Text c="dimmed">{advice}</Text>
      <Group justify="center">
        <Button component={Link} href={`/t/${tenant}/playground/data`}>
          Look at a table
        </Button>
        <Button variant="default" component={Link} href={`/t/${tenant}/playground/graphql`}>
          Write a query
        </Button>
      </Group>
    </Empty>
  );
}
