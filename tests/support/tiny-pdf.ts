/** The smallest file the reader takes: catalogue 1, document information 3, and the objects given as Latin-1 text. */
export function writeTinyPdf(objects: Readonly<Record<number, string>>): Uint8Array {
  const all: Readonly<Record<number, string>> = { 1: "<</Type /Catalog>>", 3: "<<>>", ...objects };
  let text = "%PDF-1.7\n%\xff\xff\xff\xff\n";
  let table = "0000000000 65535 f \n";
  const highest = Object.keys(all).reduce((most, key) => Math.max(most, Number(key)), 0);
  for (let objectNumber = 1; objectNumber <= highest; objectNumber += 1) {
    table += `${String(text.length).padStart(10, "0")} 00000 n \n`;
    text += `${objectNumber} 0 obj\n${all[objectNumber] ?? "null"}\nendobj\n`;
  }
  const id = "00112233445566778899AABBCCDDEEFF";
  const trailer = `<</Size ${highest + 1} /Root 1 0 R /Info 3 0 R /ID [<${id}> <${id}>]>>`;
  const xrefByte = text.length;
  text += `xref\n0 ${highest + 1}\n${table}trailer\n${trailer}\nstartxref\n${xrefByte}\n%%EOF\n`;
  return Buffer.from(text, "latin1");
}
