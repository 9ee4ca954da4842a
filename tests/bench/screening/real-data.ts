const named = process.env["KURA_LIST_DATA"];

/** Where real lists and labelled names lie on machines that have them: beside the project, or where `KURA_LIST_DATA` says. Nothing of them is in it. */
export const realData: URL =
  named === undefined
    ? new URL("../../../../shared/data/", import.meta.url)
    : new URL(`file://${named.replace(/\/?$/, "/")}`);
