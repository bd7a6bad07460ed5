import{createRequire as makeRequire}from'node:module';const require=makeRequire(import.meta.url);
import{version}from"./chunk-Y7LOQPGU.js";import"./chunk-UXHK4PM7.js";export{version};
