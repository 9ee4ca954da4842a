/**
 * What the review desk keeps: checklists of the office's own, what was known when, how evidence was read and touched, who a
 * subject is and to whom it is tied, what search looks through, second readers, and practice.
 */
export const reviewDesk = {
  version: 3,
  name: "0003-review-desk",
  sql: `
-- Checklist

-- History

-- Templates

-- Evidence taken in

-- Evidence read

-- Subjects

-- Search

-- Home

-- Second readers

-- Practice
`,
} as const;
