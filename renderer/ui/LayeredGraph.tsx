import "@xyflow/react/dist/base.css";
import {
  Background,
  Controls,
  type Edge,
  type EdgeChange,
  Handle,
  MarkerType,
  type Node,
  type NodeProps,
  Position,
  ReactFlow,
} from "@xyflow/react";
import { type ReactNode, useMemo } from "react";
import { classNames } from "./class-names.ts";
import css from "./LayeredGraph.module.css";
import { type LayeredEdge, type LayeredNode, layeredNodeSize, layOutLayers } from "./layered-layout.ts";

export type GraphNode = LayeredNode & {
  readonly title: string;
  readonly subtitle: string;
  /** What is read out when it takes focus. */
  readonly spoken: string;
  readonly isRound: boolean;
};

export type GraphEdge = LayeredEdge & {
  readonly label: string;
  readonly spoken: string;
  /** Which way the arrow points; none for what has no direction. */
  readonly points: "down" | "up" | "none";
  readonly isUnsure: boolean;
};

export type LayeredGraphProps = {
  readonly label: string;
  /** How to use it by keyboard. */
  readonly help: string;
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  /** Enter or a click on an edge. */
  readonly onOpenEdge: (id: string) => void;
  readonly words: {
    readonly controls: string;
    readonly zoomIn: string;
    readonly zoomOut: string;
    readonly fit: string;
  };
};

/** Above this many nodes only those in sight are drawn. */
const allDrawnLimit = 150;

const nodeTypes = { box: Box };

/** Things in layers with what leads from one to the other. Nodes and edges take focus in turn. */
export function LayeredGraph(props: LayeredGraphProps): ReactNode {
  const { label, help, nodes, edges, onOpenEdge, words } = props;
  const places = useMemo(() => layOutLayers(nodes, edges), [nodes, edges]);
  const shown = useMemo(() => nodes.map((node) => toNode(node, places.get(node.id))), [nodes, places]);
  const lines = useMemo(() => edges.map(toEdge), [edges]);
  return (
    <section className={classNames(css["picture"])} aria-label={label}>
      <p className={css["help"]}>{help}</p>
      <div className={css["flow"]}>
        <ReactFlow
          nodes={shown}
          edges={lines}
          nodeTypes={nodeTypes}
          // Enter, Space and a click all ask to select; nothing stays selected, so that each asks anew.
          onEdgesChange={(changes: EdgeChange[]) => {
            const chosen = changes.find((change) => change.type === "select" && change.selected);
            if (chosen?.type === "select") onOpenEdge(chosen.id);
          }}
          nodesDraggable={false}
          nodesConnectable={false}
          onlyRenderVisibleElements={nodes.length > allDrawnLimit}
          zoomOnScroll={false}
          preventScrolling={false}
          fitView
          fitViewOptions={{ maxZoom: 1 }}
          minZoom={0.1}
          deleteKeyCode={null}
          proOptions={{ hideAttribution: true }}
          ariaLabelConfig={{
            "controls.ariaLabel": words.controls,
            "controls.zoomIn.ariaLabel": words.zoomIn,
            "controls.zoomOut.ariaLabel": words.zoomOut,
            "controls.fitView.ariaLabel": words.fit,
            "node.a11yDescription.default": help,
            "node.a11yDescription.keyboardDisabled": help,
            "edge.a11yDescription.default": help,
          }}
        >
          <Background />
          <Controls showInteractive={false} />
        </ReactFlow>
      </div>
    </section>
  );
}

const middle = layeredNodeSize.width / 2;
const handles = [
  { type: "target" as const, position: Position.Top, x: middle, y: 0, width: 1, height: 1 },
  { type: "source" as const, position: Position.Bottom, x: middle, y: layeredNodeSize.height, width: 1, height: 1 },
];

type BoxNode = Node<Pick<GraphNode, "title" | "subtitle" | "isRound">, "box">;

function toNode({ id, title, subtitle, isRound, spoken }: GraphNode, position = { x: 0, y: 0 }): BoxNode {
  const data = { title, subtitle, isRound };
  // Sizes and handles are given, not measured: edges are there at once, and stay when the nodes are made anew.
  return { id, type: "box", position, data, ...layeredNodeSize, measured: layeredNodeSize, handles, ariaLabel: spoken };
}

function toEdge({ id, upper, lower, label, spoken, points, isUnsure }: GraphEdge): Edge {
  const arrow = { type: MarkerType.ArrowClosed, width: 18, height: 18 };
  return {
    id,
    source: upper,
    target: lower,
    label,
    ariaLabel: spoken,
    className: classNames(css["edge"], isUnsure && css["unsure"]),
    ...(points === "down" && { markerEnd: arrow }),
    ...(points === "up" && { markerStart: { ...arrow, orient: "auto-start-reverse" } }),
  };
}

function Box({ data }: NodeProps<BoxNode>): ReactNode {
  return (
    <div className={classNames(css["box"], data.isRound && css["round"])} title={data.title}>
      <Handle type="target" position={Position.Top} isConnectable={false} />
      <span className={css["title"]} dir="auto">
        {data.title}
      </span>
      <span className={css["subtitle"]}>{data.subtitle}</span>
      <Handle type="source" position={Position.Bottom} isConnectable={false} />
    </div>
  );
}
