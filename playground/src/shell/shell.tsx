import { ActionIcon, AppShell, Burger, Button, Group, Kbd, NavLink, Tooltip, useComputedColorScheme, useMantineColorScheme, VisuallyHidden } from "@mantine/core";
import { useDisclosure, useNetwork } from "@mantine/hooks";
import { IconLogout, IconMoon, IconSearch, IconSun } from "@tabler/icons-react";
import { Suspense, useEffect } from "react";
import { Link, useLocation } from "wouter";
import { client } from "../api/queries";
import { signOut, useSession } from "../api/session";
import { forgetSteps } from "../data/undo";
import { Logo } from "./logo";
import { openPalette, Palette } from "./palette";
import { PAGES } from "./pages";
import { Failure, Guard, Loading } from "./states";
import { Offline } from "../api/client";
import { TenantSwitch } from "./tenant-switch";

export function useToggledScheme() {
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme("light");
  return { scheme, toggle: () => setColorScheme(scheme === "dark" ? "light" : "dark") };
}

export function leave() {
  signOut();
  client.clear();
  forgetSteps();
}

export function Tools() {
  const { scheme, toggle } = useToggledScheme();
  return (
    <Group gap={6} wrap="nowrap">
      <Button
        variant="default"
        size="xs"
        visibleFrom="sm"
        leftSection={<IconSearch size={14} aria-hidden />}
        rightSection={<Kbd size="xs">Ctrl K</Kbd>}
        onClick={openPalette}
      >
        Go to
      </Button>
      <ActionIcon variant="default" size={30} hiddenFrom="sm" aria-label="Command palette" onClick={openPalette}>
        <IconSearch size={16} />
      </ActionIcon>
      <Tooltip label={scheme === "dark" ? "Light theme" : "Dark theme"}>
        <ActionIcon variant="default" size={30} onClick={toggle} aria-label={scheme === "dark" ? "Light theme" : "Dark theme"}>
          {scheme === "dark" ? <IconSun size={16} /> : <IconMoon size={16} />}
        </ActionIcon>
      </Tooltip>
      <Tooltip label="Sign out">
        <ActionIcon variant="default" size={30} onClick={leave} aria-label="Sign out">
          <IconLogout size={16} />
        </ActionIcon>
      </Tooltip>
    </Group>
  );
}

export function Shell({ tenant, page }: { tenant: string; page: string }) {
  const [opened, { toggle, close }] = useDisclosure();
  const { credential } = useSession();
  const { online } = useNetwork();
  const [, navigate] = useLocation();
  const shown = PAGES.find((candidate) => candidate.id === page);
  useEffect(() => {
    document.title = `${shown?.label ?? "Playground"} · ${tenant} · WorkerSQL`;
    if (shown === undefined) navigate(`/t/${tenant}/playground/schema`, { replace: true });
  }, [shown, tenant, navigate]);
  const View = shown?.view;
  // The API reference brings a main part of its own.
  const main = page === "rest" ? { component: "div" } : {};
  return (
    <AppShell header={{ height: 52 }} navbar={{ width: 176, breakpoint: "sm", collapsed: { mobile: !opened } }} padding={0}>
      <AppShell.Header>
        <VisuallyHidden>
          <h1>
            {shown?.label} of {tenant}
          </h1>
        </VisuallyHidden>
        <Group h="100%" px="sm" justify="space-between" wrap="nowrap" gap="xs">
          <Group gap="sm" wrap="nowrap" style={{ minWidth: 0 }}>
            <Burger opened={opened} onClick={toggle} hiddenFrom="sm" size="sm" aria-label="Pages" />
            <Group visibleFrom="xs" gap="sm" wrap="nowrap">
              <Logo />
            </Group>
            <TenantSwitch tenant={tenant} page={page} isAdmin={credential?.tenant === undefined} />
          </Group>
          <Tools />
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="xs" aria-label="Pages">
        {PAGES.map((candidate) => (
          <NavLink
            key={candidate.id}
            component={Link}
            href={`/t/${tenant}/playground/${candidate.id}`}
            label={candidate.label}
            leftSection={<candidate.icon size={18} stroke={1.6} aria-hidden />}
            active={candidate.id === page}
            aria-current={candidate.id === page ? "page" : undefined}
            onClick={close}
            style={{ borderRadius: "var(--mantine-radius-md)" }}
          />
        ))}
      </AppShell.Navbar>
      <AppShell.Main {...main} style={{ height: "100dvh", display: "flex", flexDirection: "column" }}>
        {!online && <Failure error={new Offline()} />}
        <div className="page">
          <Guard key={`${tenant}/${page}`}>
            <Suspense fallback={<Loading what={`Opening ${shown?.label ?? "the page"}`} />}>
              {View && <View tenant={tenant} />}
            </Suspense>
          </Guard>
        </div>
      </AppShell.Main>
      <Palette tenant={tenant} />
    </AppShell>
  );
}

