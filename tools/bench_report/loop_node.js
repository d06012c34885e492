// usage: node loop_node.js MODULE mammoth|officeparser FILE TIMES      prints milliseconds a document, the first not counted
const [module_, name, file, times] = process.argv.slice(2);
const library = require(module_);
const read = {
  mammoth: () => library.extractRawText({path: file}),
  officeparser: () => (library.parseOffice || library.parseOfficeAsync)(file),
}[name];

async function main() {
  if (times !== '1') await read();
  const begin = process.hrtime.bigint();
  for (let i = 0; i < Number(times); ++i) await read();
  console.log(Number(process.hrtime.bigint() - begin) / 1e6 / Number(times));
}
main().then(() => process.exit(0), (error) => { console.error(error); process.exit(1); });
