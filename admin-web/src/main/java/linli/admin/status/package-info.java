/** 运行状态: whether everything runs, what waits, what was set aside, and what happens by the clock. */
package linli.admin.status;
