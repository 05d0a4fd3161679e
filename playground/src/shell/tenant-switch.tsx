import { Badge, Button, Menu } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import { useLocation } from "wouter";
import { useTenants } from "../api/queries";

/** The tenant, and for the admin a way to another. */
export function TenantSwitch({ tenant, page, isAdmin }: { tenant: string; page: string; isAdmin: boolean }) {
  const tenants = useTenants(isAdmin);
  const [, navigate] = useLocation();
  if (!isAdmin) {
    return (
      <Badge variant="default" size="lg" tt="none" fw={500}>
        {tenant}
      </Badge>
    );
  }
  return (
    <Menu position="bottom-start" width={220}>
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          size="xs"
          aria-label={`Tenant ${tenant}: choose another`}
          rightSection={<IconChevronDown size={14} aria-hidden />}
          styles={{ label: { overflow: "hidden", textOverflow: "ellipsis", maxWidth: 140 } }}
        >
          {tenant}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={360} style={{ overflowY: "auto" }}>
        {tenants.data?.map((record) => (
          <Menu.Item key={record.name} onClick={() => navigate(`/t/${record.name}/playground/${page}`)}>
            {record.name}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={() => navigate("/playground")}>All tenants</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
