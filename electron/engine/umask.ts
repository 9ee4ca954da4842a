/**
 * Everything this process creates is for its user alone, whatever a later `mode` forgets. Import this before anything
 * that may touch the disk while it loads.
 */
process.umask(0o077);
