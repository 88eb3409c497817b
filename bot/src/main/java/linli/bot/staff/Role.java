package linli.bot.staff;

/** 网格员, 社区前台, 公告员, 审核, 承办单位, 街道领导, 管理员, 审计; and, for the rules of who may do what, 居民 and the system itself. */
public enum Role { GRID, DESK, CLERK, REVIEWER, UNIT, LEADER, ADMIN, AUDITOR, RESIDENT, SYSTEM }
