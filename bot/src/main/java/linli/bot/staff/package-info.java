/**
 * 工作人员: who works here, in which roles, what each may see, who is on duty. Doors: {@link linli.bot.staff.StaffMembers},
 * {@link linli.bot.staff.Logins}, {@link linli.bot.staff.DutyRoster}. Owns tables {@code unit}, {@code staff}, {@code
 * staff_login}, {@code duty_roster}.
 */
package linli.bot.staff;
