import{createRequire as makeRequire}from'node:module';const require=makeRequire(import.meta.url);
import{version}from"./chunk-3SW2CRPW.js";import"./chunk-UXHK4PM7.js";export{version};
