/** 窗口/巡查录入: a form whose fields the reader fills in from the words, for a phone in one hand. */
package linli.admin.entries;
