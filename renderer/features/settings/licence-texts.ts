/**
 * The licences of what the app is made with, by file name without ending, each as base64 of UTF-8 in a script of its own. The
 * build puts them in the place of this file, from `resources/licences`; without a build there are none.
 */
export const licenceTexts: Readonly<Record<string, () => Promise<string>>> = {};
