import { serveParser } from "../parsing/serve-parser.ts";
import { performPackTask } from "./pack-task.ts";

serveParser(performPackTask);
