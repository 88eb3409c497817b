/**
 * 上报: a ticket handed off to 12345, 141, the street or a department: to whom, under which number of theirs, when somebody asks
 * again; and the texts that are copied there so that nobody writes a matter down twice (C12). Door: {@link
 * linli.bot.referral.Referrals}. Owns table {@code referral}; follows what happens to the ticket by its events.
 */
package linli.bot.referral;
