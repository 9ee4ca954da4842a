import { parametersHash, scoreParameters } from "./score-parameters.ts";

/** Names the rules a result came from; kept with it, and raised whenever a rule changes what is found. */
export const matcherVersion: string = `names-${scoreParameters.version}-${parametersHash}`;
