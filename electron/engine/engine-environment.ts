/** Variables that change how a program loads or what it prints; none may reach the process that holds the keys. */
const loaderVariable = /^(?:NODE_|ELECTRON_|LD_|DYLD_|SSLKEYLOGFILE$|UV_|OPENSSL_)/u;

/** The environment for an engine process: the host's own without everything that could change what the engine loads. */
export function engineEnvironment(environment: NodeJS.ProcessEnv): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(environment)) {
    if (value !== undefined && !loaderVariable.test(name)) kept[name] = value;
  }
  return kept;
}
