/** 群与网格: the community as a board, a group's page, and binding what the import did not know. */
package linli.admin.groups;
