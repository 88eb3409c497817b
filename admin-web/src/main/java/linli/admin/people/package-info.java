/** 成员: who works here, in which roles; the administrator's page. */
package linli.admin.people;
