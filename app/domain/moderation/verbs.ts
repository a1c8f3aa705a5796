/** Everything that is written into the audit log, as locale keys under `audit.`. */
export const AUDIT_VERBS = [
