// SPDX-License-Identifier: GPL-3.0-or-later
// usage: node elk.js IN.json OUT.json    lays out a graph with elkjs
const fs = require('fs');
const ELK = require('elkjs');
new ELK().layout(JSON.parse(fs.readFileSync(process.argv[2], 'utf8')))
  .then((laid) => fs.writeFileSync(process.argv[3], JSON.stringify(laid)));
