// How large a tenant is, and what it was asked of late.
import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { json } from "../api/client";
import { Failure, Loading } from "../shell/states";
import { ReadCard } from "./card";

export interface Usage {
  bytes: number;
  countedMinutes: number;
  minutes: { minutesAgo: number; requests: number; refused: number; rowsRead: number; rowsWritten: number }[];
}

const Plot = lazy(() => import("./plots").then(({ UsagePlot }) => ({ default: UsagePlot })));

export const useUsage = (tenant: string) =>
  useQuery({
    queryKey: ["usage", tenant],
    queryFn: ({ signal }) => json<Usage>(`/t/${tenant}/usage`, { signal }),
    staleTime: 0,
    refetchInterval: 30_000,
  });

export const sizeOf = (bytes: number) =>
  bytes < 1_000_000 ? `${(bytes / 1000).toFixed(0)} KB` : bytes < 1_000_000_000 ? `${(bytes / 1_000_000).toFixed(1)} MB` : `${(bytes / 1_000_000_000).toFixed(2)} GB`;

export function UsageCard({ tenant }: { tenant: string }) {
  const usage = useUsage(tenant);
  return (
    <ReadCard title="Requests" again={() => usage.refetch()}>
      {usage.isError && <Failure error={usage.error} again={() => usage.refetch()} />}
      {usage.isPending && <Loading what="Reading what was asked" />}
      {usage.data && (
        <>
          <Suspense fallback={<Loading what="Drawing" />}>
            <Plot usage={usage.data} />
          </Suspense>
          <Text size="xs" c="dimmed" mt="xs">
            Requests for rows, by the minute, since the server last started; at most three hours.
          </Text>
        </>
      )}
    </ReadCard>
  );
}
