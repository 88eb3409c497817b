package linli.bot.ticket;

/** Why a request is not taken (不受理): 非职责, 已进司法, 重复, 不实, 诉求不合理, 广告. */
public enum RejectCode { NOT_OURS, IN_COURT, DUPLICATE, UNTRUE, UNREASONABLE, ADVERT }
