import{createRequire as makeRequire}from'node:module';const require=makeRequire(import.meta.url);
import{groupByFile}from"./chunk-M76ZYC2Q.js";import{addressOfRule,countVerdicts,titleOfRule,wordCounts,wordNextStep,wordSection}from"./chunk-A2RU3SDE.js";import"./chunk-UM47SIUG.js";import"./chunk-JKBGQVFE.js";import{visible}from"./chunk-5BTPHUW7.js";import"./chunk-LCAVVEYZ.js";import"./chunk-MXF2TJMH.js";import{label}from"./chunk-RBJRYJNJ.js";import{__spreadValues}from"./chunk-UXHK4PM7.js";var junit=report=>{let{diagnostics}=report,suites=groupByFile(diagnostics).map(([file,found])=>suite(file,found,report)),attributes=__spreadValues({name:"shinsa"},totals(diagnostics,diagnostics.length+1)),content=[summary(report),...suites].join(`
`);return`<?xml version="1.0" encoding="UTF-8"?>
${element("testsuites",attributes,`
${content}
`)}
`},totals=(diagnostics,tests)=>({tests,failures:countVerdicts(diagnostics).violation,errors:0,skipped:0});function summary(report){let text=`${wordCounts(countVerdicts(report.diagnostics))}
${wordNextStep(report)}`,test=element("testcase",{classname:"shinsa",name:`${report.files}件を点検しました`},output(text));return element("testsuite",__spreadValues({name:"点検のまとめ"},totals([],1)),`
${test}
`)}function suite(file,diagnostics,report){let tests=diagnostics.map(diagnostic=>testCase(diagnostic,report)).join(`
`);return element("testsuite",__spreadValues({name:file},totals(diagnostics,diagnostics.length)),`
${tests}
`)}function testCase(diagnostic,report){let{file,line,column,rule,verdict,message,remedy,section}=diagnostic,title=titleOfRule(report,rule),address=addressOfRule(report,rule),text=[`${visible(file)}:${line}:${column}`,`${label("verdict",verdict)}: ${visible(message)}`,...remedy===null?[]:[`直し方: ${visible(remedy)}`],...section===null?[]:[`根拠: ${visible(wordSection(section))}`],...address===null?[]:[`くわしく: ${address}`]].join(`
`),content=verdict==="violation"?element("failure",{message,type:rule},escaped(text)):output(text);return element("testcase",{classname:file,name:`${rule}:${line}:${column}${title===null?"":` ${title}`}`},content)}var output=text=>element("system-out",{},escaped(text));function element(name,attributes,content){let list=Object.entries(attributes).map(([key,value])=>` ${key}="${escaped(visible(String(value)))}"`);return`<${name}${list.join("")}>${content}</${name}>`}var entities={"&":"&amp;","<":"&lt;",">":"&gt;",'"':"&quot;","'":"&apos;"},escaped=text=>text.replace(/[&<>"']/g,character=>entities[character]);export{junit};
