// The admin's first page: the tenants, and a new one.
import { Anchor, Button, Card, Code, Container, CopyButton, Group, Modal, SimpleGrid, Stack, Text, TextInput, Title } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconDatabase, IconPlus } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { Link, useLocation } from "wouter";
import { json, jsonBody, messageOf } from "../api/client";
import { useTenants } from "../api/queries";
import { Logo } from "./logo";
import { Palette } from "./palette";
import { Tools } from "./shell";
import { Empty, Failure, Loading } from "./states";

interface Created {
  name: string;
  key: string;
}

export function Tenants() {
  const tenants = useTenants(true);
  const [opened, { open, close }] = useDisclosure();
  return (
    <>
      <Group component="header" h={52} px="sm" justify="space-between" wrap="nowrap" className="bar">
        <Logo />
        <Tools />
      </Group>
      <Container component="main" size="md" py="xl">
        <Group justify="space-between" mb="lg">
          <Title order={1} size="h2">
            Tenants
          </Title>
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={open}>
            New tenant
          </Button>
        </Group>
        {tenants.isPending && <Loading what="Reading the tenants" />}
        {tenants.isError && <Failure error={tenants.error} again={() => tenants.refetch()} />}
        {tenants.data?.length === 0 && (
          <Empty title="No tenant yet" icon={<IconDatabase size={36} stroke={1.4} aria-hidden />}>
            <Text c="dimmed">A tenant is a database with an API of its own. Make the first, then declare its tables.</Text>
            <Button onClick={open}>Make a tenant</Button>
          </Empty>
        )}
        <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }}>
          {tenants.data?.map((tenant) => (
            <Card key={tenant.name} withBorder component={Link} href={`/t/${tenant.name}/playground/schema`} className="tile">
              <Text fw={600} truncate>
                {tenant.name}
              </Text>
              <Text size="sm" c="dimmed">
                {tenant.createdAt ? `since ${new Date(tenant.createdAt).toLocaleDateString()}` : ""}
              </Text>
            </Card>
          ))}
        </SimpleGrid>
      </Container>
      {opened && <NewTenant close={close} />}
      <Palette />
    </>
  );
}

function NewTenant({ close }: { close: () => void }) {
  const [name, setName] = useState("");
  const [error, setError] = useState<string>();
  const [created, setCreated] = useState<Created>();
  const queries = useQueryClient();
  const [, navigate] = useLocation();

  async function submit(event: FormEvent) {
    event.preventDefault();
    try {
      setCreated(await json<Created>("/admin/tenants", { method: "POST", ...jsonBody({ name: name.trim() }) }));
      await queries.invalidateQueries({ queryKey: ["tenants"] });
    } catch (problem) {
      setError(messageOf(problem));
    }
  }

  return (
    <Modal opened onClose={close} title={created ? `${created.name} is ready` : "New tenant"} closeButtonProps={{ "aria-label": "Close" }}>
      {created ? (
        <Stack>
          <Text size="sm">Its key, shown this once. Programs send it as <Code>Authorization: Bearer …</Code></Text>
          <Code block style={{ overflowWrap: "anywhere", whiteSpace: "pre-wrap" }}>
            {created.key}
          </Code>
          <Group justify="space-between">
            <CopyButton value={created.key}>
              {({ copied, copy }) => (
                <Button variant="default" onClick={copy}>
                  {copied ? "Copied" : "Copy the key"}
                </Button>
              )}
            </CopyButton>
            <Button onClick={() => navigate(`/t/${created.name}/playground/schema`)}>Declare its tables</Button>
          </Group>
        </Stack>
      ) : (
        <form onSubmit={submit}>
          <Stack>
            <TextInput
              label="Name"
              description="1 to 63 small letters, digits and hyphens"
              placeholder="shop"
              value={name}
              onChange={(event) => {
                setName(event.currentTarget.value);
                setError(undefined);
              }}
              error={error}
              data-autofocus
            />
            <Group justify="space-between">
              <Anchor size="sm" component="button" type="button" onClick={close}>
                Cancel
              </Anchor>
              <Button type="submit">Make it</Button>
            </Group>
          </Stack>
        </form>
      )}
    </Modal>
  );
}
