// What a removal takes along, before it does.
import { Button, Group, List, Modal, Stack, Text } from "@mantine/core";
import { besides, type Removal } from "./removal";

export function RemovalDialog({ removal, close, carryOut }: { removal: Removal; close: () => void; carryOut: () => void }) {
  const { chosen, final } = removal;
  const what = `${chosen.rows.length.toLocaleString()} ${chosen.rows.length === 1 ? "row" : "rows"} of ${chosen.table.name}`;
  return (
    <Modal opened onClose={close} title={`Delete ${what}?`} closeButtonProps={{ "aria-label": "Close" }}>
      <Stack>
        <div>
          <Text size="sm" mb={4}>
            Other rows refer to what you delete. With it:
          </Text>
          <List size="sm" style={{ overflowWrap: "anywhere" }}>
            {besides(removal).map((line) => (
              <List.Item key={line}>{line}</List.Item>
            ))}
          </List>
        </div>
        <Text size="sm" c={final ? "var(--mantine-color-error)" : "dimmed"}>
          {final ? `This cannot be undone here: ${final}.` : "Undo brings all of it back."}
        </Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={close} data-autofocus>
            Keep them
          </Button>
          <Button color="red.9" onClick={carryOut}>
            Delete all of it
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
