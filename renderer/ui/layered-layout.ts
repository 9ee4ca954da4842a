import dagre from "@dagrejs/dagre";

/** What stands in a layered graph, as far as its place is concerned. */
export type LayeredNode = { readonly id: string };

/** Something that leads from an upper thing to a lower one. */
export type LayeredEdge = {
  readonly id: string;
  readonly upper: string;
  readonly lower: string;
  /** How much it wants to be short and straight. */
  readonly weight: number;
};

/** Room one node takes, in CSS pixels. */
export const layeredNodeSize = { width: 220, height: 64 } as const;

/** Of more nodes than these the quicker way of layering is taken: the careful one needs seconds for a few hundred. */
const carefullyLaidOut = 100;

export type Place = { readonly x: number; readonly y: number };

/** Where each node stands: whatever leads to something else stands above it, rings apart. */
export function layOutLayers(nodes: readonly LayeredNode[], edges: readonly LayeredEdge[]): ReadonlyMap<string, Place> {
  const graph = new dagre.graphlib.Graph({ multigraph: true });
  const ranker = nodes.length > carefullyLaidOut ? "tight-tree" : "network-simplex";
  graph.setGraph({ rankdir: "TB", nodesep: 56, ranksep: 104, marginx: 16, marginy: 16, ranker });
  for (const { id } of nodes) graph.setNode(id, { ...layeredNodeSize });
  for (const { id, upper, lower, weight } of edges) graph.setEdge(upper, lower, { weight }, id);
  dagre.layout(graph);
  return new Map(
    nodes.map(({ id }) => {
      // The layout wrote the middle of each node into the label it was given.
      const middle = graph.node(id) as unknown as Place;
      return [id, { x: middle.x - layeredNodeSize.width / 2, y: middle.y - layeredNodeSize.height / 2 }];
    }),
  );
}
