/** The blank that letters in the content leave for a day within this year, as their Japanese text spells it. */
export const dayBlank = "○月○日";

/** The blank that sample wordings leave for a full date, as their Japanese text spells it. */
export const dateBlank = "○年○月○日";
