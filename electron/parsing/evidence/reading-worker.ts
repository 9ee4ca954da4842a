import { serveParser } from "../serve-parser.ts";
import { performReadingTask } from "./reading-task.ts";

serveParser(performReadingTask);
