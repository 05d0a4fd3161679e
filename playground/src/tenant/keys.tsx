// The tenant's keys: made, named, revoked.
import { Alert, Button, Code, CopyButton, Group, Modal, Stack, Table, Text, TextInput, Title } from "@mantine/core";
import { IconKey } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { json, jsonBody, messageOf, Problem } from "../api/client";
import { Failure, Loading } from "../shell/states";

interface Key {
  id: string;
  name: string;
  key?: string;
}

export function Keys({ tenant }: { tenant: string }) {
  const queries = useQueryClient();
  const known = ["keys", tenant];
  const keys = useQuery({
    queryKey: known,
    queryFn: async ({ signal }) => (await json<{ keys: Key[] }>(`/admin/tenants/${tenant}`, { signal })).keys,
  });
  const [name, setName] = useState("");
  const [revoking, setRevoking] = useState<Key>();
  const make = useMutation({
    mutationFn: () => json<Key>(`/admin/tenants/${tenant}/keys`, { method: "POST", ...jsonBody({ name: name.trim() }) }),
    onSuccess: async () => {
      setName("");
      await queries.invalidateQueries({ queryKey: known });
    },
  });
  const revoke = useMutation({
    mutationFn: async (id: string) => {
      try {
        await json(`/admin/tenants/${tenant}/keys/${id}`, { method: "DELETE" });
      } catch (error) {
        // Revoked already, by someone else: that is what was asked for.
        if (!(error instanceof Problem && error.status === 404)) throw error;
      }
    },
    onSuccess: async (_, id) => {
      // A key that holds no more is not for copying.
      if (make.data?.id === id) make.reset();
      setRevoking(undefined);
      await queries.invalidateQueries({ queryKey: known });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== "") make.mutate();
  };
  return (
    <Stack gap="sm">
      <Title order={2} size="h5">
        Keys
      </Title>
      {keys.isError && <Failure error={keys.error} again={() => keys.refetch()} />}
      {keys.isPending && <Loading what="Reading the keys" />}
      {keys.data?.length === 0 && (
        <Text size="sm" c="dimmed">
          No key: nobody but the admin reaches this tenant. Make one below.
        </Text>
      )}
      {keys.data && keys.data.length > 0 && (
        <Table verticalSpacing={6} aria-label="Keys">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Name</Table.Th>
              <Table.Th>Identifier</Table.Th>
              <Table.Th ta="right">Revoke</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {keys.data.map((key) => (
              <Table.Tr key={key.id}>
                <Table.Td style={{ overflowWrap: "anywhere" }}>{key.name}</Table.Td>
                <Table.Td>
                  <Text size="xs" ff="monospace" c="dimmed">
                    {key.id}
                  </Text>
                </Table.Td>
                <Table.Td ta="right">
                  <Button size="compact-xs" variant="default" aria-label={`Revoke ${key.name}`} onClick={() => setRevoking(key)}>
                    Revoke
                  </Button>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {make.data?.key && (
        <Alert color="teal" variant="light" title={`The key ${make.data.name}, shown this once`} icon={<IconKey aria-hidden />}>
          <Stack gap="xs" align="flex-start">
            <Code block style={{ overflowWrap: "anywhere", whiteSpace: "pre-wrap" }}>
              {make.data.key}
            </Code>
            <CopyButton value={make.data.key}>
              {({ copied, copy }) => (
                <Button size="compact-sm" variant="default" onClick={copy}>
                  {copied ? "Copied" : "Copy the key"}
                </Button>
              )}
            </CopyButton>
          </Stack>
        </Alert>
      )}
      {make.isError && <Failure error={make.error} />}
      <form onSubmit={submit}>
        <Group align="flex-end" gap="xs">
          <TextInput label="Name of a new key" placeholder="the mobile app" value={name} onChange={(event) => setName(event.currentTarget.value)} />
          <Button type="submit" loading={make.isPending} disabled={name.trim() === ""}>
            Make a key
          </Button>
        </Group>
      </form>
      <Modal opened={revoking !== undefined} onClose={() => setRevoking(undefined)} title="Revoke the key?" closeButtonProps={{ "aria-label": "Close" }}>
        <Stack>
          <Text size="sm">Programs that send “{revoking?.name}” are refused from now on. This cannot be undone.</Text>
          {revoke.isError && <Text c="var(--mantine-color-error)">{messageOf(revoke.error)}</Text>}
          <Group justify="flex-end">
            <Button variant="default" onClick={() => setRevoking(undefined)}>
              Keep it
            </Button>
            <Button color="red.9" loading={revoke.isPending} onClick={() => revoking && revoke.mutate(revoking.id)}>
              Revoke it
            </Button>
          </Group>
        </Stack>
      </Modal>
    </Stack>
  );
}
