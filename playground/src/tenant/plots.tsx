import "@mantine/charts/styles.css";
import { BarChart } from "@mantine/charts";
import type { Counted } from "./page";

export default function Plots({ counts }: { counts: Counted[] }) {
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
