import { serveParser } from "../../parsing/serve-parser.ts";
import { type BenchTask, judgeBench } from "./judge-bench.ts";

serveParser((task: BenchTask, { progress }) =>
  judgeBench(task, (done) => progress({ done, total: task.bench.pairs.length })),
);
