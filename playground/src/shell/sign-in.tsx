import { Alert, Anchor, Button, Card, Center, Checkbox, Code, PasswordInput, Stack, Text, Title } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useLocation } from "wouter";
import { messageOf, Offline, Problem, send } from "../api/client";
import { client } from "../api/queries";
import { signIn, tenantOfKey, useSession } from "../api/session";
import { Logo } from "./logo";

/** Tries a credential where it should hold, and says for which tenant it is. */
async function tried(token: string, page?: string): Promise<string | undefined> {
  const tenant = tenantOfKey(token);
  if (tenant === undefined) {
    await send("/admin/tenants", { token });
    return undefined;
  }
  await send(`/t/${page ?? tenant}/schema`, { token });
  return tenant;
}

function advice(error: unknown): string {
  if (error instanceof Offline) return "The server does not answer. Check that it runs and that you are online, then try again.";
  if (error instanceof Problem && error.status === 401) {
    return "The server does not know this token or key. Copy it again in full; a revoked key has to be replaced by a new one.";
  }
  return messageOf(error);
}

export function SignIn({ tenant }: { tenant?: string }) {
  const { refused } = useSession();
  const [token, setToken] = useState("");
  const [remember, setRemember] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const [, navigate] = useLocation();

  async function submit(event: FormEvent) {
    event.preventDefault();
    const given = token.trim();
    if (given === "") return setError("Paste the admin token or a tenant's key.");
    // No header takes others.
    if (/[^!-~]/.test(given)) return setError("Tokens and keys are of plain letters, digits and signs, without spaces. Copy it again in full.");
    setBusy(true);
    setError(undefined);
    try {
      const own = await tried(given, tenant);
      client.clear();
      signIn({ token: given, tenant: own }, remember);
      if (own !== undefined && tenant === undefined) navigate(`/t/${own}/playground/schema`);
    } catch (problem) {
      setError(advice(problem));
    } finally {
      setBusy(false);
    }
  }

  return (
    <Center component="main" mih="100dvh" p="md">
      <Card withBorder radius="lg" padding="xl" w="100%" maw={420} shadow="sm">
        <form onSubmit={submit}>
          <Stack>
            <Logo />
            <div>
              <Title order={1} size="h3">
                {tenant ? `Sign in to ${tenant}` : "Sign in"}
              </Title>
              <Text size="sm" c="dimmed">
                With the server's admin token, or a tenant's key. It stays in this browser.
              </Text>
            </div>
            {refused && (
              <Alert color="yellow" title="The key no longer holds" variant="light">
                It was revoked, or the server's token changed. Sign in with one that is valid now; what you typed is kept.
              </Alert>
            )}
            <PasswordInput
              label="Admin token or key"
              placeholder="wsql_…"
              value={token}
              onChange={(event) => setToken(event.currentTarget.value)}
              error={error}
              autoComplete="current-password"
              data-autofocus
            />
            <Checkbox
              label="Stay signed in on this device"
              checked={remember}
              onChange={(event) => setRemember(event.currentTarget.checked)}
            />
            <Button type="submit" loading={busy} fullWidth>
              Sign in
            </Button>
            <Text size="xs" c="dimmed">
              <Code>cargo xtask dev</Code> prints the admin token. A deployed server has the one that was set as the secret{" "}
              <Code>WORKERSQL_ADMIN_TOKEN</Code>. {tenant && <Anchor href="/playground">Another tenant</Anchor>}
            </Text>
          </Stack>
        </form>
      </Card>
    </Center>
  );
}
