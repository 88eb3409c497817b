/** 吹哨报到 at the console: applications for the leader, parts for the units, and the forms of each step. */
package linli.admin.whistles;
