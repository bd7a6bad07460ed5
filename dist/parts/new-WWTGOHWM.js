import{createRequire as __require}from'node:module';const require=__require(import.meta.url);
import{UsageError}from"./chunk-IB6R4Y3N.js";import"./chunk-FWWMLOZE.js";function run(_){throw new UsageError("new")}export{run};
