/** 识别: how a line is read and why, what people corrected, a replay before a change goes live, and how good it is. */
package linli.admin.parser;
