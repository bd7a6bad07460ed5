import{createRequire as makeRequire}from'node:module';const require=makeRequire(import.meta.url);
function groupByFile(diagnostics){let groups=new Map;for(let diagnostic of diagnostics){let found=groups.get(diagnostic.file);found===void 0?groups.set(diagnostic.file,[diagnostic]):found.push(diagnostic)}return[...groups]}export{groupByFile};
