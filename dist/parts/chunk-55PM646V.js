import{createRequire as makeRequire}from'node:module';const require=makeRequire(import.meta.url);
var isMapping=value=>typeof value=="object"&&value!==null&&!Array.isArray(value);export{isMapping};
