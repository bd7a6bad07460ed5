import{createRequire as makeRequire}from'node:module';const require=makeRequire(import.meta.url);
var codes={strong:[1,22],faint:[2,22],violation:[31,39],judgement:[33,39],advice:[36,39],good:[32,39]},plain=(_,text)=>text,coloured=(name,text)=>{let[on,off]=codes[name];return`\x1B[${on}m${text}\x1B[${off}m`};export{plain,coloured};
