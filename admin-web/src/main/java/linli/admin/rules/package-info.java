/** What decides where a ticket goes and by when: the 权责清单 and the calendar of work. */
package linli.admin.rules;
