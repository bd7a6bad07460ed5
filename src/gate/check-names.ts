/** As the ruleset of main demands them, byte for byte (NFC). */
export const gateCheck = '審査/policy-gate'
export const approvalCheck = '審査/承認'
