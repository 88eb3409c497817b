/** 上报: what is at somebody else's desk, their number, when to ask again, and the texts to paste there. */
package linli.admin.referrals;
