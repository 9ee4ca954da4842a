import { serveParser } from "../serve-parser.ts";
import { parseProfile } from "./parse-profile.ts";

serveParser(parseProfile);
