import{createRequire as makeRequire}from'node:module';const require=makeRequire(import.meta.url);
var UsageError=class extends Error{},Interrupted=class extends Error{};export{UsageError,Interrupted};
