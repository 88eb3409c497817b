/** The console: pages for the staff, in front of {@code linli.bot}. It decides nothing and knows no SQL. */
package linli.admin;
