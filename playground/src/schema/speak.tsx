// The other language of a declaration, and what is lost on the way to it.
import { Button, Group, List, Modal, Stack, Text } from "@mantine/core";
import type { Language, Read } from "./reader";

/** What the text holds that the other language does not. */
export function lostIn(language: Language, text: string, read: Read): string[] {
  if (language === "json") return [];
  const comments = /(^|\s)(--\s|#)|\/\*(?!!)/m.test(text);
  return [
    ...(read.rows > 0 ? [`${read.rows.toLocaleString()} ${read.rows === 1 ? "row" : "rows"} that the script inserts`] : []),
    ...read.notTaken.map(({ kind, name }) => `${kind} ${name}`),
    ...(comments ? ["comments between the statements"] : []),
  ];
}

export function Lost({ lost, close, go }: { lost: string[]; close: () => void; go: () => void }) {
  return (
    <Modal opened onClose={close} title="JSON holds less than this script" closeButtonProps={{ "aria-label": "Close" }}>
      <Stack>
        <div>
          <Text size="sm" mb={4}>
            In JSON there is the declaration alone. Left out:
          </Text>
          <List size="sm">
            {lost.map((one) => (
              <List.Item key={one}>{one}</List.Item>
            ))}
          </List>
        </div>
        <Group justify="flex-end">
          <Button variant="default" onClick={close} data-autofocus>
            Stay with SQL
          </Button>
          <Button onClick={go}>Leave them out</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
