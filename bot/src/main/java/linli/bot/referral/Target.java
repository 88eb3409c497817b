package linli.bot.referral;

/** Where a ticket is handed off to: 12345 热线, 141 平台, 街道, 其他部门. */
public enum Target { HOTLINE_12345, PLATFORM_141, STREET, DEPARTMENT }
