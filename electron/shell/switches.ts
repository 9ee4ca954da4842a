/**
 * Switches that keep Chromium itself off the network and off the disk, in both hosts. No name resolves, so that even a
 * part of Chromium which no handler sees finds nobody to talk to.
 */
export const startSwitches: readonly (readonly [name: string, value: string])[] = [
  ["host-resolver-rules", "MAP * ~NOTFOUND"],
  ["disable-quic", ""],
  ["disable-background-networking", ""],
  ["disable-component-update", ""],
  ["disable-domain-reliability", ""],
  ["disable-sync", ""],
  ["disable-breakpad", ""],
  ["no-pings", ""],
  ["no-first-run", ""],
  ["dns-prefetch-disable", ""],
];
