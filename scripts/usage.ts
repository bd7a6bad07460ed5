/** Wrong usage: a command, option or path that is not there. Ends with status 2 and this one sentence on stderr. */
export class UsageError extends Error {}

/** Somebody stopped answering (Ctrl-C). Ends with status 130 and this one sentence on stderr. */
export class Interrupted extends Error {}
