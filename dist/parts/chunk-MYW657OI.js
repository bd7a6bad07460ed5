import{createRequire as makeRequire}from'node:module';const require=makeRequire(import.meta.url);
import{canAsk}from"./chunk-C6AA4JPZ.js";import{Interrupted}from"./chunk-6J2IV7TQ.js";async function agreed(switches,question){if(switches.has("yes"))return!0;if(canAsk()){let{confirm}=await import("./dist-MMYAXUGE.js"),answer=await confirm({message:question,initialValue:!1,active:"はい",inactive:"いいえ"});if(typeof answer=="symbol")throw new Interrupted("質問をやめました。");if(answer)return!0}return process.stderr.write(`何も書いていません。よければ --yes を付けて、もう一度実行してください。
`),!1}export{agreed};
