import{createRequire as makeRequire}from'node:module';const require=makeRequire(import.meta.url);
import{UsageError}from"./chunk-OJO46PLB.js";import"./chunk-3N2MIFKO.js";function run(_){throw new UsageError("new")}export{run};
