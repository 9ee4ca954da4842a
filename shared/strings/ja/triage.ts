/** Words of one page of a case. */
export const triage = { title: "" } as const;
