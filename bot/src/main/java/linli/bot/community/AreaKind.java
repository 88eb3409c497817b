package linli.bot.community;

/** 社区, 网格, 楼栋, 单元. */
public enum AreaKind { COMMUNITY, GRID, BUILDING, ENTRANCE }
