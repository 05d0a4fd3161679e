// What a page shows in place of its content: each says what to do.
import { Alert, Button, Center, Loader, Stack, Text, Title } from "@mantine/core";
import { IconAlertTriangle, IconPlugConnectedX } from "@tabler/icons-react";
import { Component, type ReactNode } from "react";
import { messageOf, Offline, Problem } from "../api/client";

export function Loading({ what }: { what: string }) {
  return (
    <Center h="100%" mih={160} role="status">
      <Stack align="center" gap="xs">
        <Loader size="sm" />
        <Text size="sm" c="dimmed">
          {what}
        </Text>
      </Stack>
    </Center>
  );
}

export function Empty({ title, children, icon }: { title: string; children: ReactNode; icon?: ReactNode }) {
  return (
    <Center h="100%" mih={220} p="lg">
      <Stack align="center" gap="sm" maw={440} ta="center">
        {icon}
        <Title order={2} size="h4">
          {title}
        </Title>
        {children}
      </Stack>
    </Center>
  );
}

/** An error in words, with what to do. */
export function Failure({ error, again }: { error: unknown; again?: () => void }) {
  const offline = error instanceof Offline;
  const title = offline ? "The server does not answer" : error instanceof Problem ? error.title : "This did not work";
  const advice = offline
    ? "Check that the server runs and that this device is online. Nothing was lost: what you typed stays here."
    : undefined;
  return (
    <Alert
      m="md"
      variant="light"
      color={offline ? "yellow" : "red"}
      title={title}
      icon={offline ? <IconPlugConnectedX aria-hidden /> : <IconAlertTriangle aria-hidden />}
    >
      <Stack gap="xs" align="flex-start">
        <Text size="sm" style={{ overflowWrap: "anywhere" }}>
          {advice ?? messageOf(error)}
        </Text>
        {again && (
          <Button size="xs" variant="default" onClick={again}>
            Try again
          </Button>
        )}
      </Stack>
    </Alert>
  );
}

/** Keeps a page's fault, or a part of it that does not load, from taking the whole with it. */
export class Guard extends Component<{ children: ReactNode }, { error?: unknown }> {
  override state: { error?: unknown } = {};

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override render() {
    if (this.state.error === undefined) return this.props.children;
    const unloaded = /dynamically imported|Failed to fetch|module/i.test(messageOf(this.state.error));
    return <Failure error={unloaded ? new Offline() : this.state.error} again={() => location.reload()} />;
  }
}
