/** 设置导入: the community's spreadsheet: template, check, import. */
package linli.admin.setup;
