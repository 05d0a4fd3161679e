// Which of the requests a page is about.
import { Select } from "@mantine/core";
import { type AtHand, takeInHand, titleOf } from "../api/at-hand";

export function RequestChoice({ tenant, requests }: { tenant: string; requests: AtHand[] }) {
  return (
    <Select
      size="xs"
      w={{ base: "100%", sm: 300 }}
      aria-label="Request"
      data={requests.map((request, at) => ({ value: String(at), label: titleOf(request) }))}
      value="0"
      onChange={(at) => {
        const chosen = requests[Number(at)];
        if (chosen) takeInHand(tenant, chosen);
      }}
      allowDeselect={false}
    />
  );
}
