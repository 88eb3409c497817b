/** 线索: what the reader was unsure of, one card at a time, to be confirmed, joined to a ticket, or dismissed with one tap. */
package linli.admin.candidates;
