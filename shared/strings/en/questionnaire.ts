import type { questionnaire as ja } from "../ja/questionnaire.ts";

export const questionnaire: Record<keyof typeof ja, string> = {
  sheetName: "Questionnaire",
  sheetTitle: "Questionnaire",
  sheetFor: "For {recipient} (case {number})",
  sheetDue: "Please reply by {day}",
  sheetHow:
    "Please fill in the two columns on the right and return this very file. Leave the heading row and the column “ID” as they are. Rows may be sorted.",
  sheetNumber: "No.",
  sheetQuestion: "What we would like to know",
  sheetExplanation: "Your explanation",
  sheetFact: "Facts and supporting documents",
  origin: "[Reply to questionnaire: {recipient}, taken in {day}]",
};
