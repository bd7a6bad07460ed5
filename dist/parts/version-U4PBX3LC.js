import{createRequire as makeRequire}from'node:module';const require=makeRequire(import.meta.url);
import{version}from"./chunk-J5VYWR44.js";import"./chunk-YQOFOZQF.js";export{version};
