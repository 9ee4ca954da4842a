/** What a person says about an extract from a register, but for its title. */
export const registryDetails = {
  evidenceType: "registry_copy",
  sourceType: "registry",
  reliability: "A",
  origin: "架空登記所",
  location: "",
  capturedAt: null,
  capturedBy: "𠮷田",
  note: "",
} as const;
