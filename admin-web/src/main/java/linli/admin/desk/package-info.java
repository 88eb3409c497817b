/** 工作台: what needs the person at the console now, most urgent first, and today in five numbers. */
package linli.admin.desk;
