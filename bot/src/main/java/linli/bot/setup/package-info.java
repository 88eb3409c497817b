/**
 * 设置导入: a community comes in from one spreadsheet (areas, groups, staff, units, responsibilities, duty, FAQ). Every error
 * is named by sheet, row and column, all of them at once, and nothing is half imported. Door: {@link
 * linli.bot.setup.Imports}. Owns no table. At first start it brings in the file that {@code linli.setup.import} names.
 */
package linli.bot.setup;
