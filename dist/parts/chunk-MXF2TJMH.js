import{createRequire as makeRequire}from'node:module';const require=makeRequire(import.meta.url);
var keysOf=pointer=>{let keys=pointer.split("/").slice(1);return pointer.includes("~")?keys.map(key=>key.replaceAll("~1","/").replaceAll("~0","~")):keys},pointerOf=keys=>keys.map(key=>`/${key.replaceAll("~","~0").replaceAll("/","~1")}`).join("");export{keysOf,pointerOf};
