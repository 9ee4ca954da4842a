/** Character tables of opencc-js: `key value value…` pairs joined by `|`. The package types only its converters. */
declare module "opencc-js/dict/*" {
  const table: string;
  export default table;
}
