/** Prints what an independent reader of oEmbed finds at an address: node read-oembed.mjs MODULE ADDRESS */
const [module, address] = process.argv.slice(2);
const { extract } = await import(module);
console.log(JSON.stringify(await extract(address, { maxwidth: 400 })));
