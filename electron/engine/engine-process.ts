import "./umask.ts";
import { compose } from "../compose.ts";
import { runEngine } from "./run-engine.ts";

runEngine(compose);
