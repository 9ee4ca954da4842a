/** Words of one page of a case. */
export const intake = { title: "" } as const;
