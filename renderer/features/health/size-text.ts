/** A size on a disk as people compare it: megabytes, or gigabytes with one digit, as disks are sold. */
export function diskText(bytes: number): string {
  return bytes >= 1e9 ? `${(bytes / 1e9).toFixed(1)} GB` : `${Math.max(1, Math.round(bytes / 1e6))} MB`;
}
