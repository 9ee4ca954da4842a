import { serveParser } from "../parsing/serve-parser.ts";
import { performExchangeTask } from "./exchange-task.ts";

serveParser(performExchangeTask);
