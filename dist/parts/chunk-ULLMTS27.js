import{createRequire as makeRequire}from'node:module';const require=makeRequire(import.meta.url);
import{visible}from"./chunk-5BTPHUW7.js";var oneLine=written=>visible(written.trim().replaceAll(/\s*[\r\n]+\s*/g," "));export{oneLine};
