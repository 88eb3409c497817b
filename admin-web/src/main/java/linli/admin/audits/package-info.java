/** 审计: who read, exported and changed what, for those who have to answer for it. */
package linli.admin.audits;
