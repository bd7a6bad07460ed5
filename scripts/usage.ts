/** Wrong usage: a command, option or path that is not there. Ends with status 2 and this one sentence on stderr. */
export class UsageError extends Error {}
