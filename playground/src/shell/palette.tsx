// The command palette: every page, table and tenant by its name.
import { Spotlight, spotlight } from "@mantine/spotlight";
import { IconDatabase, IconLogout, IconMoon, IconSearch, IconTable } from "@tabler/icons-react";
import { useEffect } from "react";
import { useLocation } from "wouter";
import { useDeclaration, useTenants } from "../api/queries";
import { useSession } from "../api/session";
import { PAGES } from "./pages";
import { leave, useToggledScheme } from "./shell";

export const openPalette = () => spotlight.open();

/** Ctrl K wherever one types: before an editor takes it for something else. */
function useShortcut() {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      event.preventDefault();
      event.stopPropagation();
      spotlight.toggle();
    };
    addEventListener("keydown", pressed, true);
    return () => removeEventListener("keydown", pressed, true);
  }, []);
}

/** Of a tenant, its pages and tables too. */
export function Palette({ tenant }: { tenant?: string }) {
  const [, navigate] = useLocation();
  const { credential } = useSession();
  const declared = useDeclaration(tenant);
  const tenants = useTenants(credential !== undefined && credential.tenant === undefined);
  const { toggle } = useToggledScheme();
  useShortcut();
  const pages = (tenant === undefined ? [] : PAGES).map((page) => ({
    id: `page-${page.id}`,
    label: page.label,
    description: page.about,
    leftSection: <page.icon size={18} aria-hidden />,
    onClick: () => navigate(`/t/${tenant}/playground/${page.id}`),
  }));
  const tables = (declared.data?.declaration.tables ?? []).map((table) => ({
    id: `table-${table.name}`,
    label: table.name,
    description: "Its rows",
    leftSection: <IconTable size={18} aria-hidden />,
    onClick: () => navigate(`/t/${tenant}/playground/data?table=${encodeURIComponent(table.name)}`),
  }));
  const others = (tenants.data ?? []).map((record) => ({
    id: `tenant-${record.name}`,
    label: record.name,
    description: "Tenant",
    leftSection: <IconDatabase size={18} aria-hidden />,
    onClick: () => navigate(`/t/${record.name}/playground/schema`),
  }));
  const rest = [
    { id: "theme", label: "Change the theme", leftSection: <IconMoon size={18} aria-hidden />, onClick: toggle },
    { id: "sign-out", label: "Sign out", leftSection: <IconLogout size={18} aria-hidden />, onClick: leave },
  ];
  return (
    <Spotlight
      shortcut={null}
      attributes={{ content: { "aria-label": "Command palette" } }}
      actions={[
        { group: "Pages", actions: pages },
        { group: "Tables", actions: tables },
        { group: "Tenants", actions: others },
        { group: "This page", actions: rest },
      ].filter(({ actions }) => actions.length > 0)}
      limit={40}
      maxHeight="min(60dvh, 480px)"
      scrollable
      highlightQuery
      nothingFound="Nothing by that name"
      searchProps={{
        leftSection: <IconSearch size={18} aria-hidden />,
        placeholder: "A page, a table, a tenant…",
        "aria-label": "Find a page, a table or a tenant",
      }}
    />
  );
}
