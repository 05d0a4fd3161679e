import { Group, Text } from "@mantine/core";
import icon from "../icon.svg";

export function Logo() {
  return (
    <Group gap="xs" wrap="nowrap">
      <img src={icon} width={26} height={26} alt="" />
      <Text fw={650} size="md" style={{ whiteSpace: "nowrap" }}>
        WorkerSQL
      </Text>
    </Group>
  );
}
