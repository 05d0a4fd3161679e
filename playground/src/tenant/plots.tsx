import "@mantine/charts/styles.css";
import { AreaChart, BarChart } from "@mantine/charts";
import type { Counted } from "./page";
import type { Usage } from "./usage";

export default function RowsPlot({ counts }: { counts: Counted[] }) {
  const largest = [...counts].sort((one, other) => other.rows - one.rows).slice(0, 20);
  return (
    <div role="img" aria-label={`Rows by table: ${largest.map(({ name, rows }) => `${name} ${rows}`).join(", ")}`}>
      <BarChart
        h={Math.max(120, largest.length * 34 + 30)}
        data={largest}
        dataKey="name"
        orientation="vertical"
        gridAxis="none"
        yAxisProps={{ width: 110 }}
        series={[{ name: "rows", label: "Rows", color: "ink.6" }]}
        barProps={{ radius: 4, isAnimationActive: false }}
        valueFormatter={(value) => value.toLocaleString()}
      />
    </div>
  );
}

const time = (minutesAgo: number) => new Date(Date.now() - minutesAgo * 60_000).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });

/** Requests and refusals by the minute; minutes without any are drawn too. */
export function UsagePlot({ usage }: { usage: Usage }) {
  const byMinute = new Map(usage.minutes.map((minute) => [minute.minutesAgo, minute]));
  const width = Math.min(Math.max(usage.countedMinutes, 15), 180);
  const data = Array.from({ length: width }, (_, index) => {
    const minute = byMinute.get(width - 1 - index);
    return { time: time(width - 1 - index), requests: minute?.requests ?? 0, refused: minute?.refused ?? 0 };
  });
  const total = (name: "requests" | "refused") => usage.minutes.reduce((sum, minute) => sum + minute[name], 0);
  return (
    <div role="img" aria-label={`${total("requests")} requests, ${total("refused")} refused, in ${usage.countedMinutes} minutes`}>
      <AreaChart
        h={200}
        data={data}
        dataKey="time"
        withLegend
        curveType="linear"
        withDots={false}
        areaProps={{ isAnimationActive: false }}
        xAxisProps={{ minTickGap: 48 }}
        series={[
          { name: "requests", label: "Requests", color: "ink.6" },
          { name: "refused", label: "Refused", color: "red.7" },
        ]}
      />
    </div>
  );
}
