/** Words of one page of a case. */
export const enquiry = { title: "" } as const;
