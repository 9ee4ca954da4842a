import { serveParser } from "../../parsing/serve-parser.ts";
import { performListTask } from "./list-task.ts";

serveParser(performListTask);
