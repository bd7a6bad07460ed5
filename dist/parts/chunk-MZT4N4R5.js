import{createRequire as makeRequire}from'node:module';const require=makeRequire(import.meta.url);
import{nearest}from"./chunk-Z5VRVKPT.js";function hintAt(written,known,otherwise=""){let near=nearest(written,known);return near===void 0?otherwise:`もしかして ${near} ですか。`}var wordAll=known=>`使えるのは ${known.join("、")} です。`;export{hintAt,wordAll};
