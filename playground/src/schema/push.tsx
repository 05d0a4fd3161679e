// What a push will change, then the push, then what it did.
import { Alert, Badge, Button, Group, List, Modal, Stack, Table, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { useLocation } from "wouter";
import { json, messageOf } from "../api/client";
import { type Declared, declarationKey } from "../api/queries";
import type { Change, Language, Read, Reader } from "./reader";

interface PushProps {
  tenant: string;
  current: Declared;
  draft: { language: Language; text: string };
  read: Read;
  next: string;
  reader: Reader;
  done: () => void;
  close: () => void;
}

const KINDS: Record<string, string> = {
  table: "new table",
  column: "new column",
  index: "new index",
  unique: "new unique key",
  search: "new search index",
  view: "new view",
  comment: "redeclared",
};

/** The tables were pushed before it. */
class RowsRefused extends Error {}

export function Push({ tenant, current, draft, read, next, reader, done, close }: PushProps) {
  const preview = useMemo(() => reader.preview(current.text, next), [reader, current.text, next]);
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  const type = draft.language === "sql" ? "application/sql" : "application/json";

  const push = useMutation({
    mutationFn: async () => {
      const options = { headers: { "content-type": type }, body: draft.text };
      await json(`/t/${tenant}/schema`, { method: "PUT", ...options });
      if (read.rows === 0) return;
      try {
        await json(`/t/${tenant}/import`, { method: "POST", ...options });
      } catch (error) {
        throw new RowsRefused(messageOf(error));
      }
    },
    // What is declared now may not be what was compared with.
    onError: () => queries.invalidateQueries({ queryKey: declarationKey(tenant) }),
    onSuccess: async () => {
      done();
      await queries.invalidateQueries({ queryKey: declarationKey(tenant) });
      await queries.invalidateQueries({ queryKey: ["table", tenant] });
      notifications.show({ title: "Pushed", message: "The API answers by the new declaration.", color: "teal" });
      close();
    },
  });
  const steps = "steps" in preview ? preview.steps : [];
  const refused = "refused" in preview ? preview.refused : [];
  const nothing = steps.length === 0 && refused.length === 0 && current.version > 0;

  return (
    <Modal opened onClose={close} title="What this push changes" size="lg" closeButtonProps={{ "aria-label": "Close" }}>
      <Stack>
        {refused.length > 0 && (
          <Alert color="red" variant="light" title="This push would be refused, and change nothing">
            <List size="sm">
              {refused.map((refusal) => (
                <List.Item key={refusal.message}>{refusal.message}</List.Item>
              ))}
            </List>
          </Alert>
        )}
        {nothing && read.rows === 0 && <Text size="sm">Nothing: this is what is declared already.</Text>}
        {steps.length > 0 && <Steps steps={steps} />}
        {read.rows > 0 && <Text size="sm">Then {read.rows === 1 ? "1 row of the script is" : `${read.rows.toLocaleString()} rows of the script are`} imported, all or none.</Text>}
        {read.notTaken.length > 0 && (
          <Text size="sm" c="dimmed">
            Not taken: {read.notTaken.map((object) => `${object.kind} ${object.name}`).join(", ")}.
          </Text>
        )}
        {read.warnings.length > 0 && (
          <Alert color="yellow" variant="light" title="Good to know">
            <List size="sm">
              {read.warnings.map((warning) => (
                <List.Item key={warning.message}>{warning.message}</List.Item>
              ))}
            </List>
          </Alert>
        )}
        {push.isError && (
          <Alert color="red" variant="light" title={push.error instanceof RowsRefused ? "The tables are pushed, the rows are not" : "Not pushed"} role="alert">
            {messageOf(push.error)}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            Cancel
          </Button>
          {nothing && read.rows === 0 ? (
            <Button onClick={() => navigate(`/t/${tenant}/playground/data`)}>Show the data</Button>
          ) : (
            <Button loading={push.isPending} disabled={refused.length > 0} onClick={() => push.mutate()}>
              Push it
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  );
}

function Steps({ steps }: { steps: Change[] }) {
  return (
    <Table.ScrollContainer minWidth={320} mah={320}>
      <Table verticalSpacing={6} aria-label="Changes">
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={150}>Change</Table.Th>
            <Table.Th>What</Table.Th>
            <Table.Th>Detail</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {steps.map((step) => (
            <Table.Tr key={`${step.kind} ${step.what}`}>
              <Table.Td>
                <Badge variant="default" tt="none" fw={500}>
                  {KINDS[step.kind] ?? step.kind}
                </Badge>
              </Table.Td>
              <Table.Td style={{ overflowWrap: "anywhere" }}>{step.what}</Table.Td>
              <Table.Td c="dimmed">{step.detail}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
