// The declaration as a diagram of tables and what they refer to.
import "@xyflow/react/dist/style.css";
import dagre from "@dagrejs/dagre";
import { Text, useComputedColorScheme } from "@mantine/core";
import {
  Background, Controls, type Edge, getNodesBounds, getViewportForBounds, Handle, MarkerType, type Node, type NodeProps, Position, ReactFlow, ReactFlowProvider, useReactFlow, useStore,
} from "@xyflow/react";
import { useEffect, useMemo } from "react";
import { type Declaration, type Table, typeName } from "../api/model";

type TableNode = Node<{ table: Table; open: (name: string) => void }, "table">;

const ROW = 24;
const WIDTH = 236;
const SHOWN = 14;
const MIN_ZOOM = 0.05;

const heightOf = (table: Table) => 36 + Math.min(table.columns.length, SHOWN + 1) * ROW;

function TableCard({ data: { table, open } }: NodeProps<TableNode>) {
  const keys = new Set(table.primaryKey);
  const foreign = new Set(table.foreignKeys?.flatMap((key) => key.columns));
  return (
    <button type="button" className="er-table nopan" onClick={() => open(table.name)} title={`Find ${table.name} in the text`}>
      <Handle type="target" position={Position.Top} isConnectable={false} />
      <span className="er-name">{table.name}</span>
      {table.columns.slice(0, SHOWN).map((column) => (
        <span key={column.name} className="er-column">
          <span className="er-mark" aria-hidden>
            {keys.has(column.name) ? "●" : foreign.has(column.name) ? "→" : ""}
          </span>
          <span className="er-column-name" data-key={keys.has(column.name)}>
            {column.name}
          </span>
          <span className="er-type">{typeName(column.type).toLowerCase()}</span>
        </span>
      ))}
      {table.columns.length > SHOWN && <span className="er-column er-type">… {table.columns.length - SHOWN} more</span>}
      <Handle type="source" position={Position.Bottom} isConnectable={false} />
    </button>
  );
}

const NODE_TYPES = { table: TableCard };

function laidOut(declaration: Declaration, open: (name: string) => void): { nodes: TableNode[]; edges: Edge[] } {
  const graph = new dagre.graphlib.Graph({ multigraph: true });
  graph.setGraph({ rankdir: "TB", nodesep: 28, ranksep: 56, marginx: 16, marginy: 16 });
  graph.setDefaultEdgeLabel(() => ({}));
  const byName = new Map(declaration.tables.map((table) => [table.name.toLowerCase(), table]));
  for (const table of declaration.tables) graph.setNode(table.name, { width: WIDTH, height: heightOf(table) });
  const edges: Edge[] = [];
  for (const table of declaration.tables) {
    for (const key of table.foreignKeys ?? []) {
      const target = byName.get(key.references.toLowerCase());
      if (!target) continue;
      const id = `${table.name}.${key.name}`;
      if (target !== table) graph.setEdge(table.name, target.name, {}, id);
      edges.push({
        id,
        source: table.name,
        target: target.name,
        type: target === table ? "default" : "smoothstep",
        markerEnd: { type: MarkerType.ArrowClosed },
        ariaLabel: `${table.name} refers to ${target.name} by ${key.columns.join(", ")}`,
      });
    }
  }
  dagre.layout(graph);
  const nodes = declaration.tables.map((table): TableNode => {
    const at = graph.node(table.name) as { x: number; y: number };
    return {
      id: table.name,
      type: "table",
      position: { x: at.x - WIDTH / 2, y: at.y - heightOf(table) / 2 },
      initialWidth: WIDTH,
      initialHeight: heightOf(table),
      data: { table, open },
      draggable: false,
      focusable: false,
    };
  });
  return { nodes, edges };
}

function Canvas({ declaration, open }: { declaration: Declaration; open: (name: string) => void }) {
  const dark = useComputedColorScheme("light") === "dark";
  const { nodes, edges } = useMemo(() => laidOut(declaration, open), [declaration, open]);
  const { setViewport } = useReactFlow();
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  const names = declaration.tables.map((table) => table.name).join("\n");
  // biome-ignore lint/correctness/useExhaustiveDependencies: shown whole again when tables come and go, not at each column
  useEffect(() => {
    // By the sizes that it was laid out with: what is drawn is measured only later.
    const bounds = getNodesBounds(nodes);
    if (width > 0 && height > 0) void setViewport(getViewportForBounds(bounds, width, height, MIN_ZOOM, 1, 0.12));
  }, [width, height, names, setViewport]);
  return (
    <ReactFlow
      nodes={nodes}
      edges={edges}
      nodeTypes={NODE_TYPES}
      colorMode={dark ? "dark" : "light"}
      nodesConnectable={false}
      nodesDraggable={false}
      edgesFocusable={false}
      elementsSelectable={false}
      fitViewOptions={{ padding: 0.12, maxZoom: 1 }}
      minZoom={MIN_ZOOM}
      proOptions={{ hideAttribution: false }}
      aria-label="Entity-relationship diagram"
    >
      <Background gap={20} />
      <Controls showInteractive={false} />
    </ReactFlow>
  );
}

export default function Diagram({ declaration, open }: { declaration: Declaration; open: (name: string) => void }) {
  if (declaration.tables.length === 0) {
    return (
      <Text c="dimmed" ta="center" p="xl" size="sm">
        The diagram follows the text: declare a table, or pick a starting point.
      </Text>
    );
  }
  return (
    <ReactFlowProvider>
      <Canvas declaration={declaration} open={open} />
    </ReactFlowProvider>
  );
}
